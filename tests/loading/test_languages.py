"""The language of a text, by script and commonest words."""

from __future__ import annotations

import pytest

from memcon.loading.knowledge import load_documents
from memcon.loading.languages import detect_language


@pytest.mark.parametrize(("text", "language"), [
    ("The two ministers met in Lima and said that they would work together on trade.", "en"),
    ("Les deux ministres se sont rencontrés à Lima et ont parlé de la coopération dans le domaine du commerce.", "fr"),
    ("Los dos ministros se reunieron en Lima y hablaron de la cooperación entre los dos países en el comercio.", "es"),
    ("Os dois ministros reuniram-se em Lima e falaram da cooperação entre os dois países, que não é de hoje.", "pt"),
    ("Die beiden Minister trafen sich in Lima und sprachen über die Zusammenarbeit zwischen den Ländern.", "de"),
    ("I due ministri si sono incontrati a Lima e hanno parlato della cooperazione tra i due paesi.", "it"),
    ("İki bakan Lima'da bir araya geldi ve ticaret için daha çok çalışma kararı aldı.", "tr"),
    ("Kedua menteri bertemu di Lima dan membahas kerja sama yang telah berjalan dalam perdagangan.", "id"),
    ("Hai bộ trưởng đã gặp nhau và trao đổi về quan hệ hợp tác của hai nước trong các lĩnh vực.", "vi"),
    ("Министры встретились в Лиме и обсудили вопросы торговли, а также сотрудничество, это был их день.", "ru"),
    ("Міністри зустрілися в Лімі та обговорили питання торгівлі між країнами, а також співпрацю.", "uk"),
    ("التقى الوزيران في ليما وبحثا التعاون بين البلدين في التجارة إلى جانب العلاقات التي تجمعهما", "ar"),
    ("دو وزیر در لیما با هم دیدار کردند و از همکاری که برای تجارت است سخن گفتند", "fa"),
    ("两国外长在利马举行会谈，就贸易问题交换意见。", "zh"),
    ("両外相はリマで会談し、貿易について意見を交わした。", "ja"),
    ("양국 외교장관은 리마에서 회담을 갖고 무역에 대해 의견을 나눴다.", "ko"),
    ("दोनों मंत्रियों ने लीमा में मुलाकात की और व्यापार पर बात की।", "hi"),
])
def test_a_language_is_told(text: str, language: str) -> None:
    assert detect_language(text, load_documents()) == language


@pytest.mark.parametrize("text", ["", "12.07.2031", "Ola Berg", "Lima Oslo Riga Baku", "Xi 习近平 met Berg"])
def test_what_is_too_short_or_mixed_is_not_guessed_at(text: str) -> None:
    assert detect_language(text, load_documents()) is None


def test_foreign_names_do_not_make_an_english_text_foreign() -> None:
    text = "Luiz Inácio Lula da Silva and Emmanuel Macron met in Rio de Janeiro; the two said that they were for it."
    assert detect_language(text, load_documents()) == "en"
