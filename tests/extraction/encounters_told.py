"""Sentences that tell of an encounter, with the encounters they tell of, and sentences that tell of none."""

from __future__ import annotations

# All texts are published on Wednesday 15 May 2024.
TOLD = [
    # by verb
    (
        "Kenyan President William Ruto met with German Chancellor Olaf Scholz in Nairobi on Monday.",
        ["meeting held 2024-05-13 in Nairobi: William Ruto, Olaf Scholz"],
    ),
    (
        (
            "The Ministers of Foreign Affairs of Peru and Chile, Javier González-Olaechea and Alberto van "
            "Klaveren, met in Lima on Monday."
        ),
        ["meeting held 2024-05-13 in Lima: Javier González-Olaechea, Alberto van Klaveren"],
    ),
    (
        "In Geneva, Federal Councillor Ignazio Cassis met the President of Costa Rica, Rodrigo Chaves, on 14 May.",
        ["meeting held 2024-05-14 in Geneva: Ignazio Cassis, Rodrigo Chaves"],
    ),
    (
        "Foreign Minister Annalena Baerbock received her Kenyan counterpart, Musalia Mudavadi, in Berlin today.",
        ["meeting held 2024-05-15 in Berlin: Annalena Baerbock (host), Musalia Mudavadi (guest)"],
    ),
    (
        "President Gustavo Petro was received in Madrid on Tuesday by King Felipe VI of Spain.",
        ["meeting held 2024-05-14 in Madrid: Felipe VI (host), Gustavo Petro (guest)"],
    ),
    (
        (
            "Saudi Crown Prince Mohammed bin Salman granted an audience to the Foreign Minister of Pakistan, "
            "Ishaq Dar, in Jeddah on 13 May."
        ),
        ["meeting held 2024-05-13 in Jeddah: Mohammed bin Salman (host), Ishaq Dar (guest)"],
    ),
    (
        "Deputy Prime Minister Heng Swee Keat called on Vietnamese Prime Minister Pham Minh Chinh in Hanoi today.",
        ["meeting held 2024-05-15 in Hanoi: Heng Swee Keat (guest), Pham Minh Chinh (host)"],
    ),
    (
        "President João Lourenço of Angola welcomed Prime Minister Luís Montenegro of Portugal to Luanda on Tuesday.",
        ["meeting held 2024-05-14 in Luanda: João Lourenço (host), Luís Montenegro (guest)"],
    ),
    # by noun
    (
        (
            "A meeting between Chancellor Olaf Scholz of Germany and President Luis Abinader of the Dominican "
            "Republic took place in Berlin on Tuesday."
        ),
        ["meeting held 2024-05-14 in Berlin: Olaf Scholz, Luis Abinader"],
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
            "Trade was the main subject at a meeting in Oslo with Prime Minister Jonas Gahr Støre of Norway, "
            "President Alexander Stubb of Finland said."
        ),
        ["meeting held 2024-05-15 in Oslo: Alexander Stubb, Jonas Gahr Støre"],
    ),
    (
        (
            "The Speaker of the Seimas of Lithuania Viktorija Čmilytė-Nielsen met with a delegation of the "
            "Parliament of Georgia led by Shalva Papuashvili on 8 May."
        ),
        ["meeting held 2024-05-08: Viktorija Čmilytė-Nielsen, Shalva Papuashvili"],
    ),
    # by telephone and video
    (
        "Prime Minister Justin Trudeau spoke with President Emmanuel Macron of France by phone on 13 May.",
        ["call held 2024-05-13: Justin Trudeau, Emmanuel Macron"],
    ),
    (
        (
            "President Emmanuel Macron and Prime Minister Rishi Sunak of the United Kingdom spoke by telephone "
            "yesterday."
        ),
        ["call held 2024-05-14: Emmanuel Macron, Rishi Sunak"],
    ),
    (
        "President Emmanuel Macron telephoned Prime Minister Narendra Modi of India yesterday evening.",
        ["call held 2024-05-14: Emmanuel Macron, Narendra Modi"],
    ),
    (
        (
            "A telephone conversation between President Emmanuel Macron and President of Egypt Abdel Fattah "
            "el-Sisi took place on 14 May."
        ),
        ["call held 2024-05-14: Emmanuel Macron, Abdel Fattah el-Sisi"],
    ),
    (
        (
            "The Foreign Minister of Egypt, Sameh Shoukry, made a phone call to the Foreign Minister of Qatar, "
            "Mohammed bin Abdulrahman Al Thani."
        ),
        ["call held 2024-05-15: Sameh Shoukry, Mohammed bin Abdulrahman Al Thani"],
    ),
    (
        (
            "Foreign Minister Radosław Sikorski of Poland held a video conference with Foreign Minister "
            "Gabrielius Landsbergis of Lithuania on 13 May."
        ),
        ["video-call held 2024-05-13: Radosław Sikorski, Gabrielius Landsbergis"],
    ),
    # several at once
    (
        (
            "President William Ruto held separate meetings with Prime Minister Giorgia Meloni of Italy and Prime "
            "Minister Abiy Ahmed of Ethiopia in Rome on Sunday."
        ),
        [
            "meeting held 2024-05-12 in Rome: William Ruto, Giorgia Meloni",
            "meeting held 2024-05-12 in Rome: William Ruto, Abiy Ahmed",
        ],
    ),
    (
        (
            "President Alexander Stubb of Finland met with Prime Minister Mette Frederiksen of Denmark, and "
            "later with King Frederik X, on 14 May."
        ),
        [
            "meeting held 2024-05-14: Alexander Stubb, Mette Frederiksen",
            "meeting held 2024-05-14: Alexander Stubb, Frederik X",
        ],
    ),
    (
        (
            "President William Ruto and Prime Minister Giorgia Meloni of Italy held talks in Rome on Monday and "
            "jointly chaired the third session of the Kenya-Italy Joint Commission."
        ),
        [
            "talks held 2024-05-13 in Rome: William Ruto, Giorgia Meloni",
            "session held 2024-05-13 in Rome: William Ruto (co-chair), Giorgia Meloni (co-chair)",
        ],
    ),
    # bodies that sit, summits
    (
        "The 3rd meeting of the Peru-Chile Joint Commission on Mining was held in Arequipa on 10 May.",
        ["session held 2024-05-10 in Arequipa: Peru, Chile"],
    ),
    ("The UN Security Council held an emergency session on Friday.", ["session held 2024-05-10: UN Security Council"]),
    (
        "Foreign Minister Penny Wong attended the ASEAN Regional Forum in Vientiane on Friday.",
        ["session held 2024-05-10 in Vientiane: Penny Wong"],
    ),
    (
        "The summit of the Shanghai Cooperation Organization will take place in Astana on 3-4 July.",
        ["summit scheduled 2024-07-03/2024-07-04 in Astana: Shanghai Cooperation Organization"],
    ),
    # status
    (
        "Prime Minister Anthony Albanese will meet President Joko Widodo of Indonesia in Jakarta next week.",
        ["meeting scheduled 2024-05-20/2024-05-26 in Jakarta: Anthony Albanese, Joko Widodo"],
    ),
    (
        (
            "Prime Minister Anthony Albanese is scheduled to hold talks with President Joko Widodo of Indonesia "
            "in Jakarta on 22 May."
        ),
        ["talks scheduled 2024-05-22 in Jakarta: Anthony Albanese, Joko Widodo"],
    ),
    (
        (
            "The meeting between President Joko Widodo of Indonesia and Prime Minister Anthony Albanese of "
            "Australia planned for 20 May was postponed."
        ),
        ["meeting cancelled 2024-05-20: Joko Widodo, Anthony Albanese"],
    ),
    (
        "President Joe Biden proposed a meeting with President Xi Jinping of China.",
        ["meeting proposed: Joe Biden, Xi Jinping"],
    ),
    (
        "President Andrzej Duda of Poland last met President Gitanas Nausėda of Lithuania in Vilnius in March.",
        ["meeting recalled 2024-03 in Vilnius: Andrzej Duda, Gitanas Nausėda"],
    ),
    (
        '"I met President Tokayev of Kazakhstan in Astana last month," Prime Minister Viktor Orbán of Hungary said.',
        ["meeting recalled 2024-04 in Astana: Viktor Orbán, Tokayev"],
    ),
    (
        (
            '"I will meet with Prime Minister Jonas Gahr Støre of Norway in Oslo on Friday," President Alexander '
            "Stubb of Finland said."
        ),
        ["meeting scheduled 2024-05-17 in Oslo: Alexander Stubb, Jonas Gahr Støre"],
    ),
    # told in passing, or on a trip
    (
        (
            "President Kaja Kallas praised Prime Minister Petteri Orpo of Finland, whom she will meet in Turku "
            "on 20 May."
        ),
        ["meeting scheduled 2024-05-20 in Turku: Kaja Kallas, Petteri Orpo"],
    ),
    (
        (
            "Defence Minister Nuno Melo of Portugal travelled to Kyiv on 12 May to meet with his Ukrainian "
            "counterpart Rustem Umerov."
        ),
        ["meeting held 2024-05-12 in Kyiv: Nuno Melo, Rustem Umerov"],
    ),
    # signings, credentials, and the like
    (
        (
            "President William Ruto of Kenya and Prime Minister Luís Montenegro of Portugal attended the signing "
            "ceremony "
            "of an agreement on ports in Mombasa on 13 May."
        ),
        ["signing held 2024-05-13 in Mombasa: William Ruto, Luís Montenegro"],
    ),
    (
        (
            "Ambassador of Kenya Stella Orina presented her letters of credence to President of Malta Myriam "
            "Spiteri Debono "
            "in Valletta on 14 May."
        ),
        ["ceremony held 2024-05-14 in Valletta: Stella Orina (guest), Myriam Spiteri Debono (host)"],
    ),
    # sittings
    (
        "Special Envoy Hanna Lind will brief the Security Council in New York on 20 May.",
        ["session scheduled 2024-05-20 in New York: Hanna Lind, Security Council"],
    ),
    (
        (
            "President William Ruto of Kenya met with President Rodrigo Chaves of Costa Rica on 13 May. They "
            "decided on a "
            "joint commission, which will hold its first session in July."
        ),
        [
            "meeting held 2024-05-13: William Ruto, Rodrigo Chaves",
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
            "Foreign Minister Javier González-Olaechea of Peru spoke by phone with Foreign Minister Alberto van "
            "Klaveren of "
            "Chile today. They agreed that they would meet in person on the sidelines of the Andean Forum in August."
        ),
        [
            "call held 2024-05-15: Javier González-Olaechea, Alberto van Klaveren",
            "meeting scheduled 2024-08: Javier González-Olaechea, Alberto van Klaveren",
        ],
    ),
    # one after the other
    (
        (
            "President William Ruto of Kenya held talks with President Rodrigo Chaves of Costa Rica in Nairobi "
            "on 13 May. "
            "After the talks, the presidents continued their conversation at dinner."
        ),
        [
            "talks held 2024-05-13 in Nairobi: William Ruto, Rodrigo Chaves",
            "meeting held 2024-05-13 in Nairobi: William Ruto, Rodrigo Chaves",
        ],
    ),
    (
        (
            "Foreign Minister Musalia Mudavadi of Kenya met bilaterally with his counterparts Javier "
            "González-Olaechea of "
            "Peru and Alberto van Klaveren of Chile in Nairobi on 13 May."
        ),
        [
            "meeting held 2024-05-13 in Nairobi: Musalia Mudavadi, Javier González-Olaechea",
            "meeting held 2024-05-13 in Nairobi: Musalia Mudavadi, Alberto van Klaveren",
        ],
    ),
    (
        (
            "Foreign Minister Musalia Mudavadi of Kenya and his Peruvian counterpart, Javier González-Olaechea, "
            "are to meet "
            "in the port city of Callao on 20 June."
        ),
        ["meeting scheduled 2024-06-20 in Callao: Musalia Mudavadi, Javier González-Olaechea"],
    ),
    (
        "President William Ruto of Kenya and President Rodrigo Chaves of Costa Rica gathered in Nairobi on 13 May.",
        ["meeting held 2024-05-13 in Nairobi: William Ruto, Rodrigo Chaves"],
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
        "President William Ruto of Kenya would be pleased to host a summit with President Rodrigo Chaves in Mombasa.",
        ["summit proposed in Mombasa: William Ruto, Rodrigo Chaves"],
    ),
]

NOT_TOLD = [
    "Exchanges of visits between Poland and Lithuania should continue at all levels.",
    "President Andrzej Duda of Poland has not met President Alexander Lukashenko of Belarus since 2020.",
    "Prime Minister Viktor Orbán of Hungary denied having met with the envoy of Belarus.",
    "President Andrzej Duda of Poland met the press in Warsaw.",
    "Minister Jan Lipavský called on the two parliaments to ratify the treaty.",
    "President of the UAE Sheikh Mohamed bin Zayed Al Nahyan received a letter from the Prime Minister of India.",
    "The projects of Poland and Lithuania meet the needs of both countries.",
    "The negotiations between Ethiopia and Egypt continue to matter to the region.",
    "The two countries mark the anniversary of the meeting of 1947 on the bridge.",
    "Prime Minister Luís Montenegro of Portugal attended a wreath-laying ceremony in Lisbon on 13 May.",
]
