"""Names made comparable: what is one name in several writings, and what only looks like it."""

from __future__ import annotations

import pytest

from memcon.resolution.spellings import alike, alike_given, fit_names, sound_keys, take_apart

SPELLINGS = [
    ("Matviyenko", "Matvienko"), ("Zelenskyy", "Zelensky"), ("Zelenskyi", "Selenskyj"), ("Romanov", "Romanoff"),
    ("Kowalski", "Kowalsky"), ("Khrushchev", "Xrushchev"), ("Gorbachev", "Gorbachyov"), ("Shmyhal", "Shmygal"),
    ("Mohammed", "Muhammad"), ("Ahmed", "Ahmad"), ("Çavuşoğlu", "Cavusoglu"),
    ("Çavuşoğlu", "Chavushoglu"), ("Janković", "Jankovich"), ("Janković", "Jankovic"), ("Müller", "Mueller"),
    ("Müller", "Muller"), ("Scholz", "Scholtz"), ("Nguyễn", "Nguyen"), ("Yoon", "Yun"), ("Tokayev", "Tokaev"),
    ("Lukashenko", "Lukashenka"), ("Əliyev", "Aliyev"), ("Þorsteinn", "Thorsteinn"), ("Петрова", "Petrova"),
    ("Зеленський", "Zelenskyi"), ("Filippov", "Philippov"), ("Saitoh", "Saito"), ("Björk", "Bjork"),
    ("Artyom", "Artem"), ("Yerlan", "Erlan"), ("Ouazzani", "Wazzani"), ("Fouad", "Fuad"), ("Djordjević", "Đorđević"),
    ("Zhukouski", "Zhukovskii"),
]

DIFFERENT = [
    ("Petrov", "Petrova"), ("Petrov", "Petrenko"), ("Zhang", "Zheng"), ("Wang", "Weng"), ("Xi", "Xie"), ("Li", "Liu"),
    ("Mario", "Maria"), ("Ivan", "Ivana"), ("Anton", "Antonio"), ("Marin", "Martin"), ("Kim", "Khan"),
    ("Orlov", "Orlova"),
    ("Marsh", "March"), ("Novak", "Nowicki"), ("Volodin", "Volkov"), ("Aziz", "Azizi"), ("Yi", "Yu"),
]

GIVEN = [
    ("Volodymyr", "Vladimir"), ("Oleksandr", "Alexander"), ("Joe", "Joseph"), ("Jake", "Jacob"), ("Serhiy", "Sergei"),
    ("Bill", "William"), ("Mykola", "Nikolai"), ("Mehmet", "Mohammed"), ("Dmytro", "Dmitri"), ("Youssef", "Yusuf"),
]

FITS = [
    ("Kishida Fumio", "Fumio Kishida", "order"), ("Orbán Viktor", "Viktor Orban", "order"),
    ("Wang Xiao-ming", "Wang Xiaoming", "exact"), ("Wang Xiao Ming", "Wang Xiaoming", "spelling"),
    ("Xiaoming Wang", "Wang Xiao Ming", "order"), ("Suk-yeol Yoon", "Yoon Suk Yeol", "order"),
    ("Yoon Suk-yeol", "Yoon Seok Yeol", "spelling"), ("Nguyễn Văn Hòa", "Nguyen Van Hoa", "exact"),
    ("Joseph R. Hale, Jr.", "Joe Hale", "part"), ("Recep Tayyip Aslan", "Tayyip Aslan", "part"),
    ("Sergei Viktorovich Orlov", "Sergey Orlov", "part"), ("S. Menon", "Subrahmanyam Menon", "initial"),
    ("Bruno Ríos", "Bruno Ríos Parrilla", "part"), ("Mohammed bin Salim", "Muhammad bin Salim Al Harb", "part"),
    ("Ríos", "Bruno Ríos Parrilla", "surname"), ("von der Aue", "Ursula von der Aue", "surname"),
    ("al-Hadri", "Yusuf al-Hadri", "surname"), ("Orisato", "ORISATO Kenji", "surname"),
    ("Hoa", "Nguyen Van Hoa", "given"), ("Katrín", "Katrín Jakobsdóttir", "given"),
    ("Salim", "Mohammed bin Salim", "given"), ("Kassym-Jomart Tolen", "Kassym Jomart Tolen", "spelling"),
    ("Lloyd J. Austin III", "Lloyd Austin", "part"), ("Dr. Ana Marsh", "Ana Marsh", "exact"),
    ("Abdul Aziz Nur", "Abdulaziz Nur", "exact"), ("Abd al-Rahman Nur", "Abdelrahman Nur", "exact"),
]

NO_FITS = [
    ("Ivan Petrov", "Sergei Petrov"), ("Kim Jong Un", "Kim Jong Il"), ("Li Qiang", "Li Keqiang"),
    ("Wang Yi", "Wang Yu"), ("Zhang Wei", "Zheng Wei"), ("Rashid bin Suhail", "Suhail bin Rashid"),
    ("Maria Petrova", "Mario Petrova"), ("Ivan A. Petrov", "Ivan B. Petrov"), ("Ana Marsh", "Ana March"),
    ("George Hale Sr.", "George Hale Jr."), ("Mohammed bin Salim", "Mohammed bin Rashid"), ("Petrov", "Ivan Orlov"),
    ("Wang Xiaoming", "Wang Xiaomeng"), ("Kim Sung-han", "Kim Sung-hwan"),
]


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_writings_of_one_word_are_alike_and_share_a_key(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)
    assert sound_keys(one) & sound_keys(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_words_that_only_look_alike_are_not(one: str, other: str) -> None:
    assert not alike(one, other)
    assert not alike(other, one)


@pytest.mark.parametrize(("one", "other"), GIVEN)
def test_given_names_of_several_languages_are_one(one: str, other: str) -> None:
    assert alike_given(one, other)
    assert not alike_given(one, "Gerald")


@pytest.mark.parametrize(("one", "other", "way"), FITS)
def test_names_of_one_person_fit_in_their_way(one: str, other: str, way: str) -> None:
    for left, right in ((one, other), (other, one)):
        fit = fit_names(left, right)
        assert fit is not None
        assert fit.way == way


@pytest.mark.parametrize(("one", "other"), NO_FITS)
def test_names_of_two_people_do_not_fit(one: str, other: str) -> None:
    assert fit_names(one, other) is None
    assert fit_names(other, one) is None


@pytest.mark.parametrize(("name", "words"), [
    ("H.E. Dr. Lina Haddad", ("lina", "haddad")),
    ("Sheikh Hamad bin Jaber Al Nur", ("hamad", "jaber", "nur")),
    ("Abdel-Fattah el-Nur", ("abdulfattah", "nur")),
    ("J.R. Hale", ("j", "r", "hale")),
    ("van der Berg", ("berg",)),
    ("Sultan Al Marri", ("sultan", "marri")),
    ("Dr. Marsh", ("marsh",)),
])
def test_particles_and_honorifics_are_no_part_of_a_name(name: str, words: tuple[str, ...]) -> None:
    assert take_apart(name).words == words


def test_the_surname_is_known_where_it_comes_first_or_stands_in_capitals() -> None:
    assert take_apart("Wang Xiaoming").family == 0
    assert take_apart("Kenji ORISATO").family == 1
    assert take_apart("Ana Marsh").family is None
