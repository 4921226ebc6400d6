<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>salesdesk::DataPane</name>
    <message numerus="yes">
        <source>The database is not sound. Restore a backup. %n problem(s): %1</source>
        <translation>
            <numerusform>The database is not sound. Restore a backup. %n problem: %1</numerusform>
            <numerusform>The database is not sound. Restore a backup. %n problems: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salesdesk::FinderDialog</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salesdesk::MetricBox</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) not counted</source>
        <translation>
            <numerusform>%Ln sale not counted</numerusform>
            <numerusform>%Ln sales not counted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln activities not counted</source>
        <translation>
            <numerusform>%Ln activity not counted</numerusform>
            <numerusform>%Ln activities not counted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salesdesk::OverviewPage</name>
    <message numerus="yes">
        <source>and %n more cause(s)</source>
        <translation>
            <numerusform>and %n more cause</numerusform>
            <numerusform>and %n more causes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation>
            <numerusform>%Ln agent</numerusform>
            <numerusform>%Ln agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln team(s)</source>
        <translation>
            <numerusform>%Ln team</numerusform>
            <numerusform>%Ln teams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salesdesk::QueuePage</name>
    <message numerus="yes">
        <source>%Ln identities are in %1. Fill in the columns &quot;decision&quot; (accept, link, create or ignore) and &quot;entity&quot;, and import it.</source>
        <translation>
            <numerusform>1 identity is in %1. Fill in the columns &quot;decision&quot; (accept, link, create or ignore) and &quot;entity&quot;, and import it.</numerusform>
            <numerusform>%Ln identities are in %1. Fill in the columns &quot;decision&quot; (accept, link, create or ignore) and &quot;entity&quot;, and import it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salesdesk::ReceiverBox</name>
    <message numerus="yes">
        <source>%Ln call(s) in the last minute</source>
        <translation>
            <numerusform>%Ln call in the last minute</numerusform>
            <numerusform>%Ln calls in the last minute</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salesdesk::ReceiverStrip</name>
    <message numerus="yes">
        <source>%Ln call(s)/min</source>
        <translation>
            <numerusform>%Ln call/min</numerusform>
            <numerusform>%Ln calls/min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salesdesk::TableView</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salesdesk::Tray</name>
    <message numerus="yes">
        <source>%n refused call(s) not looked at yet</source>
        <translation>
            <numerusform>%n refused call not looked at yet</numerusform>
            <numerusform>%n refused calls not looked at yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salesdesk::WorkStrip</name>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
</context>
</TS>
