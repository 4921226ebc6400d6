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
    <name>salesdesk::TableView</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
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
</TS>
