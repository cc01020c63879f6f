"""Sentences that tell of an encounter, with the encounters they tell of, and sentences that tell of none."""

from __future__ import annotations

# All texts are published on Wednesday 15 May 2024.
TOLD = [
    # by verb
    (
        "Kenyan President Amos Kiprono met with German Chancellor Jens Hartung in Nairobi on Monday.",
        ["meeting held 2024-05-13 in Nairobi: Amos Kiprono, Jens Hartung"],
    ),
    (
        (
            "The Ministers of Foreign Affairs of Peru and Chile, Ramiro Gómez-Urrutia and Alonso "
            "van Rijn, met in Lima on Monday."
        ),
        ["meeting held 2024-05-13 in Lima: Ramiro Gómez-Urrutia, Alonso van Rijn"],
    ),
    (
        "In Geneva, Federal Councillor Fabio Bernasca met the President of Costa Rica, Esteban Rojas, on 14 May.",
        ["meeting held 2024-05-14 in Geneva: Fabio Bernasca, Esteban Rojas"],
    ),
    (
        "Foreign Minister Lena Vogtmann received her Kenyan counterpart, Barasa Wekesani, in Berlin today.",
        ["meeting held 2024-05-15 in Berlin: Lena Vogtmann (host), Barasa Wekesani (guest)"],
    ),
    (
        "President Ernesto Quiroga was received in Madrid on Tuesday by King Alonso VII of Spain.",
        ["meeting held 2024-05-14 in Madrid: Alonso VII (host), Ernesto Quiroga (guest)"],
    ),
    (
        (
            "Saudi Crown Prince Saud bin Fahd granted an audience to the Foreign Minister of Pakistan, "
            "Bilal Qasim, in Jeddah on 13 May."
        ),
        ["meeting held 2024-05-13 in Jeddah: Saud bin Fahd (host), Bilal Qasim (guest)"],
    ),
    (
        "Deputy Prime Minister Lim Wee Boon called on Vietnamese Prime Minister Tran Van Hung in Hanoi today.",
        ["meeting held 2024-05-15 in Hanoi: Lim Wee Boon (guest), Tran Van Hung (host)"],
    ),
    (
        "President Tomás Kambala of Angola welcomed Prime Minister Duarte Salgueiro of Portugal to Luanda on Tuesday.",
        ["meeting held 2024-05-14 in Luanda: Tomás Kambala (host), Duarte Salgueiro (guest)"],
    ),
    # by noun
    (
        (
            "A meeting between Chancellor Jens Hartung of Germany and President Rafael Almonte of the Dominican "
            "Republic took place in Berlin on Tuesday."
        ),
        ["meeting held 2024-05-14 in Berlin: Jens Hartung, Rafael Almonte"],
    ),
    (
        (
            "The trilateral meeting of the foreign ministers of Armenia, Azerbaijan and Germany took place in "
            "Berlin on 14 May."
        ),
        ["meeting held 2024-05-14 in Berlin: Armenia, Azerbaijan, Germany"],
    ),
    (
        (
            "Trade was the main subject at a meeting in Oslo with Prime Minister Anders Lie Bjørkås of Norway, "
            "President Aleksi Ranta of Finland said."
        ),
        ["meeting held 2024-05-15 in Oslo: Aleksi Ranta, Anders Lie Bjørkås"],
    ),
    (
        (
            "The Speaker of the Seimas of Lithuania Rasa Kairytė-Holm met with a delegation of the "
            "Parliament of Georgia led by Giorgi Beridzeli on 8 May."
        ),
        ["meeting held 2024-05-08: Rasa Kairytė-Holm, Giorgi Beridzeli"],
    ),
    # by telephone and video
    (
        "Prime Minister Marc Gagnier spoke with President Lucien Moreau of France by phone on 13 May.",
        ["call held 2024-05-13: Marc Gagnier, Lucien Moreau"],
    ),
    (
        (
            "President Lucien Moreau and Prime Minister Hugh Lander of the United Kingdom spoke by telephone "
            "yesterday."
        ),
        ["call held 2024-05-14: Lucien Moreau, Hugh Lander"],
    ),
    (
        "President Lucien Moreau telephoned Prime Minister Nitin Raote of India yesterday evening.",
        ["call held 2024-05-14: Lucien Moreau, Nitin Raote"],
    ),
    (
        (
            "A telephone conversation between President Lucien Moreau and President of Egypt Hassan "
            "Abdel Karim took place on 14 May."
        ),
        ["call held 2024-05-14: Lucien Moreau, Hassan Abdel Karim"],
    ),
    (
        (
            "The Foreign Minister of Egypt, Karim Nassar, made a phone call to the Foreign Minister of Qatar, "
            "Khalid bin Nasser Al Marri."
        ),
        ["call held 2024-05-15: Karim Nassar, Khalid bin Nasser Al Marri"],
    ),
    (
        (
            "Foreign Minister Mirosław Zalewski of Poland held a video conference with Foreign Minister "
            "Rokas Vilkaitis of Lithuania on 13 May."
        ),
        ["video-call held 2024-05-13: Mirosław Zalewski, Rokas Vilkaitis"],
    ),
    # several at once
    (
        (
            "President Amos Kiprono held separate meetings with Prime Minister Paola Contarin of Italy and Prime "
            "Minister Dawit Bekele of Ethiopia in Rome on Sunday."
        ),
        [
            "meeting held 2024-05-12 in Rome: Amos Kiprono, Paola Contarin",
            "meeting held 2024-05-12 in Rome: Amos Kiprono, Dawit Bekele",
        ],
    ),
    (
        (
            "President Aleksi Ranta of Finland met with Prime Minister Karen Lindegaard of Denmark, and "
            "later with King Valdemar X, on 14 May."
        ),
        [
            "meeting held 2024-05-14: Aleksi Ranta, Karen Lindegaard",
            "meeting held 2024-05-14: Aleksi Ranta, Valdemar X",
        ],
    ),
    (
        (
            "President Amos Kiprono and Prime Minister Paola Contarin of Italy held talks in Rome on Monday and "
            "jointly chaired the third session of the Kenya-Italy Joint Commission."
        ),
        [
            "talks held 2024-05-13 in Rome: Amos Kiprono, Paola Contarin",
            "session held 2024-05-13 in Rome: Amos Kiprono (co-chair), Paola Contarin (co-chair)",
        ],
    ),
    # bodies that sit, summits
    (
        "The 3rd meeting of the Peru-Chile Joint Commission on Mining was held in Arequipa on 10 May.",
        ["session held 2024-05-10 in Arequipa: Peru, Chile"],
    ),
    ("The UN Security Council held an emergency session on Friday.", ["session held 2024-05-10: UN Security Council"]),
    (
        "Foreign Minister Clare Tan attended the ASEAN Regional Forum in Vientiane on Friday.",
        ["session held 2024-05-10 in Vientiane: Clare Tan"],
    ),
    (
        "The summit of the Shanghai Cooperation Organization will take place in Astana on 3-4 July.",
        ["summit scheduled 2024-07-03/2024-07-04 in Astana: Shanghai Cooperation Organization"],
    ),
    # status
    (
        "Prime Minister Martin Arless will meet President Agus Wibisono of Indonesia in Jakarta next week.",
        ["meeting scheduled 2024-05-20/2024-05-26 in Jakarta: Martin Arless, Agus Wibisono"],
    ),
    (
        (
            "Prime Minister Martin Arless is scheduled to hold talks with President Agus Wibisono of Indonesia "
            "in Jakarta on 22 May."
        ),
        ["talks scheduled 2024-05-22 in Jakarta: Martin Arless, Agus Wibisono"],
    ),
    (
        (
            "The meeting between President Agus Wibisono of Indonesia and Prime Minister Martin Arless of "
            "Australia planned for 20 May was postponed."
        ),
        ["meeting cancelled 2024-05-20: Agus Wibisono, Martin Arless"],
    ),
    (
        "President Dan Hallow proposed a meeting with President Wen Zhiming of China.",
        ["meeting proposed: Dan Hallow, Wen Zhiming"],
    ),
    (
        "President Adam Nowak of Poland last met President Tadas Kairys of Lithuania in Vilnius in March.",
        ["meeting recalled 2024-03 in Vilnius: Adam Nowak, Tadas Kairys"],
    ),
    (
        '"I met President Akhmet of Kazakhstan in Astana last month," Prime Minister Gábor Halmos of Hungary said.',
        ["meeting recalled 2024-04 in Astana: Gábor Halmos, Akhmet"],
    ),
    (
        (
            '"I will meet with Prime Minister Anders Lie Bjørkås of Norway in Oslo on Friday," President Aleksi '
            "Ranta of Finland said."
        ),
        ["meeting scheduled 2024-05-17 in Oslo: Aleksi Ranta, Anders Lie Bjørkås"],
    ),
    # told in passing, or on a trip
    (
        (
            "President Liis Tammur praised Prime Minister Mikko Salonen of Finland, whom she will meet in Turku "
            "on 20 May."
        ),
        ["meeting scheduled 2024-05-20 in Turku: Liis Tammur, Mikko Salonen"],
    ),
    (
        (
            "Defence Minister Rui Calado of Portugal travelled to Kyiv on 12 May to meet with his Ukrainian "
            "counterpart Danylo Kravets."
        ),
        ["meeting held 2024-05-12 in Kyiv: Rui Calado, Danylo Kravets"],
    ),
    # signings, credentials, and the like
    (
        (
            "President Amos Kiprono of Kenya and Prime Minister Duarte Salgueiro of Portugal attended the signing "
            "ceremony "
            "of an agreement on ports in Mombasa on 13 May."
        ),
        ["signing held 2024-05-13 in Mombasa: Amos Kiprono, Duarte Salgueiro"],
    ),
    (
        (
            "Ambassador of Kenya Joyce Atieno presented her letters of credence to President of Malta Carmen "
            "Vella Abela "
            "in Valletta on 14 May."
        ),
        ["ceremony held 2024-05-14 in Valletta: Joyce Atieno (guest), Carmen Vella Abela (host)"],
    ),
    # sittings
    (
        "Special Envoy Hanna Lind will brief the Security Council in New York on 20 May.",
        ["session scheduled 2024-05-20 in New York: Hanna Lind, Security Council"],
    ),
    (
        (
            "President Amos Kiprono of Kenya met with President Esteban Rojas of Costa Rica on 13 May. They "
            "decided on a "
            "joint commission, which will hold its first session in July."
        ),
        [
            "meeting held 2024-05-13: Amos Kiprono, Esteban Rojas",
            "session scheduled 2024-07: Kenya, Costa Rica",
        ],
    ),
    (
        "On May 13, Kenya, Portugal and Malta held their second fisheries experts' trilateral meeting in Valletta.",
        ["meeting held 2024-05-13 in Valletta: Kenya, Portugal, Malta"],
    ),
    (
        "The presidents of Kenya and Malta ended a three-day summit in Mombasa on Tuesday.",
        ["summit held 2024-05-12/2024-05-14 in Mombasa: Kenya, Malta"],
    ),
    (
        (
            "The Nordic Council summit took place in Aarhus on 13 May 2024. The previous one was held in Turku "
            "in May 2021."
        ),
        [
            "summit held 2024-05-13 in Aarhus: Nordic Council",
            "summit recalled 2021-05 in Turku: Nordic Council",
        ],
    ),
    (
        (
            "Foreign Minister Ramiro Gómez-Urrutia of Peru spoke by phone with Foreign Minister Alonso "
            "van Rijn of "
            "Chile today. They agreed that they would meet in person on the sidelines of the Andean Forum in August."
        ),
        [
            "call held 2024-05-15: Ramiro Gómez-Urrutia, Alonso van Rijn",
            "meeting scheduled 2024-08: Ramiro Gómez-Urrutia, Alonso van Rijn",
        ],
    ),
    # one after the other
    (
        (
            "President Amos Kiprono of Kenya held talks with President Esteban Rojas of Costa Rica in Nairobi "
            "on 13 May. "
            "After the talks, the presidents continued their conversation at dinner."
        ),
        [
            "talks held 2024-05-13 in Nairobi: Amos Kiprono, Esteban Rojas",
            "meeting held 2024-05-13 in Nairobi: Amos Kiprono, Esteban Rojas",
        ],
    ),
    (
        (
            "Foreign Minister Barasa Wekesani of Kenya met bilaterally with his counterparts Ramiro "
            "Gómez-Urrutia of "
            "Peru and Alonso van Rijn of Chile in Nairobi on 13 May."
        ),
        [
            "meeting held 2024-05-13 in Nairobi: Barasa Wekesani, Ramiro Gómez-Urrutia",
            "meeting held 2024-05-13 in Nairobi: Barasa Wekesani, Alonso van Rijn",
        ],
    ),
    (
        (
            "Foreign Minister Barasa Wekesani of Kenya and his Peruvian counterpart, Ramiro Gómez-Urrutia, "
            "are to meet "
            "in the port city of Callao on 20 June."
        ),
        ["meeting scheduled 2024-06-20 in Callao: Barasa Wekesani, Ramiro Gómez-Urrutia"],
    ),
    (
        "President Amos Kiprono of Kenya and President Esteban Rojas of Costa Rica gathered in Nairobi on 13 May.",
        ["meeting held 2024-05-13 in Nairobi: Amos Kiprono, Esteban Rojas"],
    ),
    (
        (
            "Kenya, Peru and Malta are preparing. Officials look forward to the upcoming trilateral summit of "
            "Kenya, Peru "
            "and Malta in Mombasa."
        ),
        ["summit scheduled in Mombasa: Kenya, Peru, Malta"],
    ),
    (
        "President Amos Kiprono of Kenya would be pleased to host a summit with President Esteban Rojas in Mombasa.",
        ["summit proposed in Mombasa: Amos Kiprono, Esteban Rojas"],
    ),
]

NOT_TOLD = [
    "Exchanges of visits between Poland and Lithuania should continue at all levels.",
    "President Adam Nowak of Poland has not met President Anatol Hrynko of Belarus since 2020.",
    "Prime Minister Gábor Halmos of Hungary denied having met with the envoy of Belarus.",
    "President Adam Nowak of Poland met the press in Warsaw.",
    "Minister Tomáš Hladký called on the two parliaments to ratify the treaty.",
    "President of the UAE Sheikh Hamad bin Sultan Al Mazrui received a letter from the Prime Minister of India.",
    "The projects of Poland and Lithuania meet the needs of both countries.",
    "The negotiations between Ethiopia and Egypt continue to matter to the region.",
    "The two countries mark the anniversary of the meeting of 1947 on the bridge.",
    "Prime Minister Duarte Salgueiro of Portugal attended a wreath-laying ceremony in Lisbon on 13 May.",
]
