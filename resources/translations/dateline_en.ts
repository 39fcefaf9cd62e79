<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_GB">
<context>
    <name>Figure</name>
    <message numerus="yes">
        <source>%Ln outside this part of the map</source>
        <translation>
            <numerusform>%Ln outside this part of the map</numerusform>
            <numerusform>%Ln outside this part of the map</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) without a date belong to no moment.</source>
        <translation>
            <numerusform>%Ln event without a date belongs to no moment.</numerusform>
            <numerusform>%Ln events without a date belong to no moment.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>selected events</comment>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::map::EventMenu</name>
    <message numerus="yes">
        <source>and %Ln more: see the table</source>
        <translation>
            <numerusform>and %Ln more: see the table</numerusform>
            <numerusform>and %Ln more: see the table</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::map::Furniture</name>
    <message numerus="yes">
        <source>%Ln event(s) not on the map</source>
        <translation>
            <numerusform>%Ln event not on the map</numerusform>
            <numerusform>%Ln events not on the map</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) in countries not drawn</source>
        <translation>
            <numerusform>%Ln event in a country not drawn</numerusform>
            <numerusform>%Ln events in countries not drawn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::map::GroupText</name>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; claimant of %Ln not stated</source>
        <translation>
            <numerusform>%1; claimant of %Ln not stated</numerusform>
            <numerusform>%1; claimants of %Ln not stated</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::map::MapNotes</name>
    <message numerus="yes">
        <source>%Ln replies hidden</source>
        <translation>
            <numerusform>%Ln reply hidden</numerusform>
            <numerusform>%Ln replies hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::map::ShadeButton</name>
    <message numerus="yes">
        <source>%1, %Ln country(s), show only these</source>
        <translation>
            <numerusform>%1, %Ln country, show only this</numerusform>
            <numerusform>%1, %Ln countries, show only these</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::panels::CardText</name>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Show %Ln more</numerusform>
            <numerusform>Show %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::panels::EventTable</name>
    <message numerus="yes">
        <source>Copying %Ln rows…</source>
        <translation>
            <numerusform>Copying %Ln row…</numerusform>
            <numerusform>Copying %Ln rows…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows are selected in this table alone; up to %L1 are marked everywhere</source>
        <translation>
            <numerusform>%Ln row is selected in this table alone; up to %L1 are marked everywhere</numerusform>
            <numerusform>%Ln rows are selected in this table alone; up to %L1 are marked everywhere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::timeline</name>
    <message numerus="yes">
        <source>%Ln later</source>
        <comment>links of a thread</comment>
        <translation>
            <numerusform>%Ln later</numerusform>
            <numerusform>%Ln later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier</source>
        <comment>links of a thread</comment>
        <translation>
            <numerusform>%Ln earlier</numerusform>
            <numerusform>%Ln earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln month(s)</source>
        <translation>
            <numerusform>%Ln month</numerusform>
            <numerusform>%Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln year(s)</source>
        <translation>
            <numerusform>%Ln year</numerusform>
            <numerusform>%Ln years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Events per %Ln month(s)</source>
        <translation>
            <numerusform>Events per month</numerusform>
            <numerusform>Events per %Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Events per %Ln year(s)</source>
        <translation>
            <numerusform>Events per year</numerusform>
            <numerusform>Events per %Ln years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::timeline::TimelineCanvas</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln event(s), %2</source>
        <translation>
            <numerusform>%1: %Ln event, %2</numerusform>
            <numerusform>%1: %Ln events, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them pass the filter</source>
        <translation>
            <numerusform>%Ln of them passes the filter</numerusform>
            <numerusform>%Ln of them pass the filter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) in this part of the lane</source>
        <translation>
            <numerusform>%Ln event in this part of the lane</numerusform>
            <numerusform>%Ln events in this part of the lane</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them reach into it from before or after</source>
        <translation>
            <numerusform>%Ln of them reaches into it from before or after</numerusform>
            <numerusform>%Ln of them reach into it from before or after</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them denied</source>
        <translation>
            <numerusform>%Ln of them denied</numerusform>
            <numerusform>%Ln of them denied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) in all</source>
        <translation>
            <numerusform>%Ln event in all</numerusform>
            <numerusform>%Ln events in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a date, beside the time axis</source>
        <translation>
            <numerusform>%Ln without a date, beside the time axis</numerusform>
            <numerusform>%Ln without a date, beside the time axis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %Ln event(s) pass the filter</source>
        <translation>
            <numerusform>%1: %2 of %Ln event passes the filter</numerusform>
            <numerusform>%1: %2 of %Ln events pass the filter</numerusform>
        </translation>
    </message>
</context>
</TS>
