"""The words of the pages in both languages; those of questions and answers come with them."""

from __future__ import annotations

from cpstats.model.text import Text

WORDS = {
    "title": Text("Official regional statistics", "地区官方统计"),
    "home": Text("Start", "首页"),
    "search": Text("Search", "查找"),
    "find": Text("An indicator or a place", "指标或地区"),
    "ask": Text("Ask", "查询"),
    "more": Text("More choices", "更多选项"),
    "explain": Text("Explain every number", "说明每个数字"),
    "download": Text("Download", "下载"),
    "show": Text("Figures", "数据"),
    "compare": Text("Compare", "对比"),
    "growth": Text("Growth", "增速"),
    "rank": Text("Rank", "排名"),
    "questions": Text("Questions", "问题"),
    "indicators": Text("Indicators", "指标"),
    "places": Text("Places", "地区"),
    "check": Text("Check a text", "核对文章"),
    "text": Text("The text, as it was published", "原文"),
    "published": Text("The day it was published (else read from it)", "发布日期（否则取自原文）"),
    "place": Text("The place it speaks from (else read from it)", "以哪个地区为准（否则取自原文）"),
    "do_check": Text("Check", "核对"),
    "picture": Text("Chart", "图"),
    "skip": Text("To the answer", "跳到结果"),
    "language": Text("中文", "English"),  # the other one, in its own words
    "error": Text("No answer", "无法回答"),
    "none": Text("–", "–"),
    "foot": Text(
        "Every number names its source. Nothing is sent anywhere from this page.",
        "每个数字均注明来源。本页不向任何地方发送数据。",
    ),
}
