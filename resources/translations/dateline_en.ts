<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_GB">
<context>
    <name>Figure</name>
    <message numerus="yes">
        <source>%n outside this part of the map</source>
        <translation>
            <numerusform>%n outside this part of the map</numerusform>
            <numerusform>%n outside this part of the map</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) without a date belong to no moment.</source>
        <translation>
            <numerusform>%n event without a date belongs to no moment.</numerusform>
            <numerusform>%n events without a date belong to no moment.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::map::Furniture</name>
    <message numerus="yes">
        <source>%n event(s) not on the map</source>
        <translation>
            <numerusform>%n event not on the map</numerusform>
            <numerusform>%n events not on the map</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::map::MapView</name>
    <message numerus="yes">
        <source>and %n more: see the table</source>
        <translation>
            <numerusform>and %n more: see the table</numerusform>
            <numerusform>and %n more: see the table</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::map::ShadeButton</name>
    <message numerus="yes">
        <source>%1, %n country(s), show only these</source>
        <translation>
            <numerusform>%1, %n country, show only this</numerusform>
            <numerusform>%1, %n countries, show only these</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::map::Scene</name>
    <message numerus="yes">
        <source>%n events, claimant not stated</source>
        <translation>
            <numerusform>%n event, claimant not stated</numerusform>
            <numerusform>%n events, claimant not stated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events, according to %1 and others</source>
        <translation>
            <numerusform>%n event, according to %1 and others</numerusform>
            <numerusform>%n events, according to %1 and others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events, according to %1</source>
        <translation>
            <numerusform>%n event, according to %1</numerusform>
            <numerusform>%n events, according to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::panels::CardText</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::timeline</name>
    <message numerus="yes">
        <source>%n later</source>
        <comment>links of a thread</comment>
        <translation>
            <numerusform>%n later</numerusform>
            <numerusform>%n later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier</source>
        <comment>links of a thread</comment>
        <translation>
            <numerusform>%n earlier</numerusform>
            <numerusform>%n earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Events per %n month(s)</source>
        <translation>
            <numerusform>Events per month</numerusform>
            <numerusform>Events per %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Events per %n year(s)</source>
        <translation>
            <numerusform>Events per year</numerusform>
            <numerusform>Events per %n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::timeline::TimelineCanvas</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n event(s), %2</source>
        <translation>
            <numerusform>%1: %n event, %2</numerusform>
            <numerusform>%1: %n events, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them pass the filter</source>
        <translation>
            <numerusform>%n of them passes the filter</numerusform>
            <numerusform>%n of them pass the filter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them denied</source>
        <translation>
            <numerusform>%n of them denied</numerusform>
            <numerusform>%n of them denied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) in all</source>
        <translation>
            <numerusform>%n event in all</numerusform>
            <numerusform>%n events in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a date, beside the time axis</source>
        <translation>
            <numerusform>%n without a date, beside the time axis</numerusform>
            <numerusform>%n without a date, beside the time axis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %n event(s) pass the filter</source>
        <translation>
            <numerusform>%1: %2 of %n event passes the filter</numerusform>
            <numerusform>%1: %2 of %n events pass the filter</numerusform>
        </translation>
    </message>
</context>
</TS>
