"""PDF fonts often map a letter to the radical of the same shape (⻘ U+2ED8 for 青): back to the letters people type.

Kangxi radicals (U+2F00–2FD5) by Unicode's own compatibility mapping; of the supplement (U+2E80–2EF3), which has none,
those that stand for a whole letter, after Unicode's EquivalentUnifiedIdeograph.txt.
"""

from __future__ import annotations

import unicodedata

_SUPPLEMENT = (
    "⺁厂⺇几⺌小⺎兀⺏尣⺐尢⺑尢⺒巳⺓幺⺛旡⺝月⺟母⺠民⺢氺⺥爪⺧牛⺨犭⺩王⺪疋⺬示⺮竹⺯糸⺰纟⺱罓⺲罒⺵网⺶羊⺷羊⺹耂⺺肀⺻聿⺼月"
    "⺽臼⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠⻟飠⻠饣"
    "⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龟⻲亀⻳龟"
)
_TABLE = {
    **{ord(_SUPPLEMENT[i]): _SUPPLEMENT[i + 1] for i in range(0, len(_SUPPLEMENT), 2)},
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)},
    0x2F3E: "户",  # Unicode gives the traditional 戶
}


def letters(text: str) -> str:
    """The text with radicals that stand for letters replaced, one for one."""
    return text.translate(_TABLE)
