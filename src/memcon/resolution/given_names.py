"""Given names that are one name in several languages or shapes: data for the comparison of people's names."""

from __future__ import annotations

_GROUPS = """
alexander aleksandr oleksandr aliaksandr alexandr aleksander alejandro alessandro alexandre alex sasha
alexei aleksey oleksiy oleksii aliaksei alexey
andrew andrei andrey andriy andrii andrej andrzej andreas andres andre
anatoly anatoliy anatolii
anthony antony tony antonio anton antonin
benjamin ben benny
charles carlos karl carl charlie
christopher chris
constantine konstantin kostyantyn konstantinos
daniel dan danny danylo daniil danil
david dave dawid
denis denys
dmitry dmitri dmytro dzmitry dmitriy dimitri dimitry dimitar
donald don
edward ed eddie eduard eduardo
elizabeth liz elisabeth yelizaveta elizaveta
eugene evgeny yevgeny yevhen yevgeni evgeni evgueni
frederick fred frederic
gennady hennadiy gennadiy hennadii gennadii
george georgios yuri yury yuriy yurii georgy heorhiy georgiy jorge giorgi
gregory greg grigory hryhoriy grigoriy hryhorii
helen olena elena yelena alena
igor ihor ihar
irina iryna
jacob jake jakob yakov
james jim jimmy jamie
john johnny johan johann ivan jan juan joao ioannis giovanni
jonathan jon
joseph joe josef jose yosef giuseppe josip
julia yulia yuliya iulia
katherine kate kathy catherine ekaterina yekaterina kateryna katerina
kenneth ken
lawrence larry
leo lev
louis luis luigi
luke lukasz lukas
mark marko marek marcus marc
matthew matt mateusz matteo
maxim maksym maksim
michael mike mikhail mykhailo michal mikael mihail mykhaylo michel miguel
nancy nan
natalia nataliya natalya natalie
nicholas nick nikolai mykola nikolay nicolas nikolaos mikalai mykolay
nikita mykyta
oleg oleh
olga olha volha
patrick pat
paul pavel pavlo pawel paulo pablo
peter petr petro piotr pete pyotr pedro
philip phil philippe filip felipe
raymond ray
richard rick dick
robert rob bob bobby roberto
ronald ron
samuel sam
sergei serhiy sergey siarhei serhii sergiy serge
stephen steve steven stefan stepan esteban
svetlana svitlana
theodore ted fyodor fedir fedor
thomas tom tommy tomas tomasz
timothy tim tymofiy
valery valeriy valeri valerii
vasily vasyl vasil vasiliy basil
victor viktor wiktor
vitaly vitali vitaliy vitalii
vladimir volodymyr uladzimir wladimir vladimír
vladislav vladyslav wladyslaw
vyacheslav viacheslav
william bill will billy guillermo wilhelm willem
yaroslav jaroslav iaroslav
zachary zach
zbigniew zbyszek
mohammed muhammad mohamed mohammad muhammed mehmet mohamad mahomed mamadou
ahmed ahmad ahmet
hussein husain hossein hussain huseyin husayn
hassan hasan
yusuf yousef youssef yousuf joseph yusif jusuf
ibrahim ebrahim ibraheem
abdullah abdallah abdulla abdoulaye
mustafa mostafa moustapha mustapha
osman othman usman uthman
omar umar omer
ali aly
said saeed sayed saied
khaled khalid halid
faisal faysal feisal
ismail esmail ismael
"""

GIVEN: dict[str, frozenset[int]] = {}
"""The groups, by number, to which a given name in comparable form belongs."""

for _number, _line in enumerate(_GROUPS.split("\n")):
    for _name in _line.split():
        GIVEN[_name] = GIVEN.get(_name, frozenset()) | {_number}
