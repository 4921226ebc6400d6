<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>CallReason</name>
    <message>
        <source>created</source>
        <translation>aangemaakt</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>bijgewerkt</translation>
    </message>
    <message>
        <source>not well-formed HTTP</source>
        <translation>geen geldige HTTP</translation>
    </message>
    <message>
        <source>JSON does not parse</source>
        <translation>JSON niet leesbaar</translation>
    </message>
    <message>
        <source>form does not parse</source>
        <translation>formulier niet leesbaar</translation>
    </message>
    <message>
        <source>not UTF-8</source>
        <translation>geen UTF-8</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>geen sleutel</translation>
    </message>
    <message>
        <source>key malformed</source>
        <translation>sleutel misvormd</translation>
    </message>
    <message>
        <source>key unknown</source>
        <translation>sleutel onbekend</translation>
    </message>
    <message>
        <source>key revoked</source>
        <translation>sleutel ingetrokken</translation>
    </message>
    <message>
        <source>signature invalid</source>
        <translation>handtekening ongeldig</translation>
    </message>
    <message>
        <source>key of another provider</source>
        <translation>sleutel van een andere aanbieder</translation>
    </message>
    <message>
        <source>no such path</source>
        <translation>onbekend pad</translation>
    </message>
    <message>
        <source>no such provider</source>
        <translation>onbekende aanbieder</translation>
    </message>
    <message>
        <source>provider archived</source>
        <translation>aanbieder gearchiveerd</translation>
    </message>
    <message>
        <source>feature switched off</source>
        <translation>functie uitgeschakeld</translation>
    </message>
    <message>
        <source>method not allowed</source>
        <translation>methode niet toegestaan</translation>
    </message>
    <message>
        <source>request too slow</source>
        <translation>verzoek te traag</translation>
    </message>
    <message>
        <source>length required</source>
        <translation>lengte vereist</translation>
    </message>
    <message>
        <source>body too large</source>
        <translation>inhoud te groot</translation>
    </message>
    <message>
        <source>URI too long</source>
        <translation>URI te lang</translation>
    </message>
    <message>
        <source>media type not supported</source>
        <translation>mediatype niet ondersteund</translation>
    </message>
    <message>
        <source>fields invalid</source>
        <translation>velden ongeldig</translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation>niet herkend</translation>
    </message>
    <message>
        <source>rate limit reached</source>
        <translation>aanroeplimiet bereikt</translation>
    </message>
    <message>
        <source>request head too large</source>
        <translation>kop van het verzoek te groot</translation>
    </message>
    <message>
        <source>HTTP version not supported</source>
        <translation>HTTP-versie niet ondersteund</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>schijf vol</translation>
    </message>
    <message>
        <source>cannot be stored</source>
        <translation>kan niet worden opgeslagen</translation>
    </message>
    <message>
        <source>queue full</source>
        <translation>wachtrij vol</translation>
    </message>
    <message>
        <source>shutting down</source>
        <translation>wordt afgesloten</translation>
    </message>
    <message>
        <source>internal error</source>
        <translation>interne fout</translation>
    </message>
</context>
<context>
    <name>Linking</name>
    <message>
        <source>Created and linked %1 identities</source>
        <translation>%1 identiteiten aangemaakt en gekoppeld</translation>
    </message>
    <message>
        <source>Ignored %1 identities</source>
        <translation>%1 identiteiten genegeerd</translation>
    </message>
    <message>
        <source>Imported %1 decisions</source>
        <translation>%1 besluiten geïmporteerd</translation>
    </message>
    <message>
        <source>Linked %1 identities</source>
        <translation>%1 identiteiten gekoppeld</translation>
    </message>
    <message>
        <source>same e-mail</source>
        <translation>zelfde e-mailadres</translation>
    </message>
    <message>
        <source>same name elsewhere</source>
        <translation>zelfde naam bij een andere aanbieder</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>zelfde naam</translation>
    </message>
    <message>
        <source>initials and e-mail fit the name</source>
        <translation>voorletters en e-mailadres passen bij de naam</translation>
    </message>
    <message>
        <source>one letter off</source>
        <translation>één letter verschil</translation>
    </message>
    <message>
        <source>same name, vd for van der</source>
        <translation>zelfde naam, vd voor van der</translation>
    </message>
    <message>
        <source>name fits, same team</source>
        <translation>naam past, zelfde team</translation>
    </message>
    <message>
        <source>same name with a double surname</source>
        <translation>zelfde naam met dubbele achternaam</translation>
    </message>
    <message>
        <source>same name but for van, de, der</source>
        <translation>zelfde naam op van, de of der na</translation>
    </message>
    <message>
        <source>same name with a word more</source>
        <translation>zelfde naam met een woord meer</translation>
    </message>
    <message>
        <source>same name with initials</source>
        <translation>zelfde naam met voorletters</translation>
    </message>
    <message>
        <source>e-mail matches the name</source>
        <translation>e-mailadres past bij de naam</translation>
    </message>
    <message>
        <source>one name in common, same team</source>
        <translation>één naam gelijk, zelfde team</translation>
    </message>
    <message>
        <source>similar name</source>
        <translation>gelijkende naam</translation>
    </message>
    <message>
        <source>same name as %1</source>
        <translation>zelfde naam als %1</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>a day of this year</comment>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a day of another year</comment>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>same name as %1, linked on %2</source>
        <translation>zelfde naam als %1, gekoppeld op %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Merged %1 into %2</source>
        <translation>%1 samengevoegd met %2</translation>
    </message>
    <message>
        <source>Created %2 and linked %1</source>
        <translation>%2 aangemaakt en %1 gekoppeld</translation>
    </message>
    <message>
        <source>Unlinked %1 from %2</source>
        <translation>%1 losgekoppeld van %2</translation>
    </message>
    <message>
        <source>Ignored %1</source>
        <translation>%1 genegeerd</translation>
    </message>
    <message>
        <source>No longer ignored %1</source>
        <translation>%1 niet langer genegeerd</translation>
    </message>
    <message>
        <source>Rejected %2 for %1</source>
        <translation>%2 afgewezen voor %1</translation>
    </message>
    <message>
        <source>Moved the agent of %1 to its team</source>
        <translation>Medewerker van %1 naar het eigen team verplaatst</translation>
    </message>
    <message>
        <source>Imported a decision on %1</source>
        <translation>Besluit over %1 geïmporteerd</translation>
    </message>
    <message>
        <source>Linked %1 to %2</source>
        <translation>%1 gekoppeld aan %2</translation>
    </message>
    <message>
        <source>Relinked %1 from %2 to %3</source>
        <translation>%1 van %2 naar %3 overgezet</translation>
    </message>
    <message>
        <source>agents</source>
        <translation>medewerkers</translation>
    </message>
    <message>
        <source>teams</source>
        <translation>teams</translation>
    </message>
    <message>
        <source>products</source>
        <translation>producten</translation>
    </message>
    <message>
        <source>1 activity</source>
        <translation>1 activiteit</translation>
    </message>
    <message>
        <source>%1 activities</source>
        <translation>%1 activiteiten</translation>
    </message>
    <message>
        <source>1 sale</source>
        <translation>1 verkoop</translation>
    </message>
    <message>
        <source>%1 sales</source>
        <translation>%1 verkopen</translation>
    </message>
    <message>
        <source>0 records</source>
        <translation>0 records</translation>
    </message>
    <message>
        <source>What comes in from now on counts for %1.</source>
        <translation>Wat vanaf nu binnenkomt, telt mee voor %1.</translation>
    </message>
    <message>
        <source>%1 now counts for %2.</source>
        <translation>%1 telt nu mee voor %2.</translation>
    </message>
    <message>
        <source>%1 now count for %2.</source>
        <translation>%1 tellen nu mee voor %2.</translation>
    </message>
    <message>
        <source>What comes in from now on no longer counts for %1.</source>
        <translation>Wat vanaf nu binnenkomt, telt niet meer mee voor %1.</translation>
    </message>
    <message>
        <source>%1 no longer counts for %2.</source>
        <translation>%1 telt niet meer mee voor %2.</translation>
    </message>
    <message>
        <source>%1 no longer count for %2.</source>
        <translation>%1 tellen niet meer mee voor %2.</translation>
    </message>
    <message>
        <source>%1, but has %2 already</source>
        <translation>%1, maar heeft al %2</translation>
    </message>
    <message>
        <source>e-mail rule</source>
        <translation>e-mailregel</translation>
    </message>
    <message>
        <source>team rule</source>
        <translation>teamregel</translation>
    </message>
</context>
<context>
    <name>SenderKit</name>
    <message>
        <source>A form on a web page cannot send the key: let the page&apos;s server pass the form on like this.</source>
        <translation>Een formulier op een webpagina kan de sleutel niet meesturen: laat de server van de pagina het formulier zo doorgeven.</translation>
    </message>
    <message>
        <source>This service cannot sign its calls by itself. Switch Require signatures off for this provider, or sign in a code step (see curl).</source>
        <translation>Deze dienst kan zijn aanroepen niet zelf ondertekenen. Zet Ondertekening verplicht uit voor deze aanbieder, of onderteken in een codestap (zie curl).</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Action event</source>
        <translation>Actie</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>Module</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulier</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>The body is empty: send a JSON object with the fields.</source>
        <translation>De inhoud is leeg: stuur een JSON-object met de velden.</translation>
    </message>
    <message>
        <source>The body is not UTF-8: see the byte at line %1, column %2. Send it encoded as UTF-8.</source>
        <translation>De inhoud is geen UTF-8: zie de byte op regel %1, kolom %2. Stuur hem in UTF-8.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is there twice: send each field once</source>
        <translation>&quot;%1&quot; staat er twee keer: stuur elk veld één keer</translation>
    </message>
    <message>
        <source>%1 (line %2, column %3).</source>
        <translation>%1 (regel %2, kolom %3).</translation>
    </message>
    <message>
        <source>The body does not parse as JSON</source>
        <translation>De inhoud is niet als JSON te lezen</translation>
    </message>
    <message>
        <source>The JSON must be one object, { … }, with the fields</source>
        <translation>De JSON moet één object zijn, { … }, met de velden</translation>
    </message>
    <message>
        <source>Nothing may follow the end of the JSON</source>
        <translation>Na het einde van de JSON mag niets volgen</translation>
    </message>
    <message>
        <source>The JSON ends too early</source>
        <translation>De JSON houdt te vroeg op</translation>
    </message>
    <message>
        <source>JSON has no comments: take out the one here</source>
        <translation>JSON kent geen commentaar: haal dat hier weg</translation>
    </message>
    <message>
        <source>Objects and lists may be nested %1 levels deep, and here it gets deeper</source>
        <translation>Objecten en lijsten mogen %1 niveaus diep zijn, en hier wordt het dieper</translation>
    </message>
    <message>
        <source>A comma may not stand before }</source>
        <translation>Voor } mag geen komma staan</translation>
    </message>
    <message>
        <source>A comma may not stand before ]</source>
        <translation>Voor ] mag geen komma staan</translation>
    </message>
    <message>
        <source>A field&apos;s name in double quotes is expected here</source>
        <translation>Hier hoort de naam van een veld, tussen dubbele aanhalingstekens</translation>
    </message>
    <message>
        <source>An object may have %1 fields, and here it gets more</source>
        <translation>Een object mag %1 velden hebben, en hier worden het er meer</translation>
    </message>
    <message>
        <source>A colon is expected here, after the field&apos;s name</source>
        <translation>Hier hoort een dubbele punt, na de naam van het veld</translation>
    </message>
    <message>
        <source>A comma or } is expected here</source>
        <translation>Hier hoort een komma of }</translation>
    </message>
    <message>
        <source>A comma or ] is expected here</source>
        <translation>Hier hoort een komma of ]</translation>
    </message>
    <message>
        <source>A line break or control character in a text must be written as an escape, such as \n</source>
        <translation>Een regeleinde of stuurteken in een tekst moet met een escape worden geschreven, zoals \n</translation>
    </message>
    <message>
        <source>This escape is not one of JSON&apos;s</source>
        <translation>Deze escape kent JSON niet</translation>
    </message>
    <message>
        <source>This is half of a surrogate pair</source>
        <translation>Dit is de helft van een surrogaatpaar</translation>
    </message>
    <message>
        <source>Texts stand in double quotes</source>
        <translation>Teksten staan tussen dubbele aanhalingstekens</translation>
    </message>
    <message>
        <source>This is not a number as JSON writes them</source>
        <translation>Dit is geen getal zoals JSON het schrijft</translation>
    </message>
    <message>
        <source>A value is expected here: a text in double quotes, a number, true, false, null, { or [</source>
        <translation>Hier hoort een waarde: een tekst tussen dubbele aanhalingstekens, een getal, true, false, null, { of [</translation>
    </message>
    <message>
        <source>Field %1 of the form has a name of more than %2 bytes.</source>
        <translation>Veld %1 van het formulier heeft een naam van meer dan %2 bytes.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is there twice in the form: send each field once.</source>
        <translation>&quot;%1&quot; staat twee keer in het formulier: stuur elk veld één keer.</translation>
    </message>
    <message>
        <source>The form has more than %1 fields: send only those that are read.</source>
        <translation>Het formulier heeft meer dan %1 velden: stuur alleen wat wordt gelezen.</translation>
    </message>
    <message>
        <source>A % in the form is not followed by two hexadecimal digits: write % itself as %25.</source>
        <translation>Na een % in het formulier staan geen twee hexadecimale cijfers: schrijf % zelf als %25.</translation>
    </message>
    <message>
        <source>The form is not UTF-8 once it is decoded. Send it encoded as UTF-8.</source>
        <translation>Het formulier is na het decoderen geen UTF-8. Stuur het in UTF-8.</translation>
    </message>
    <message>
        <source>%1 Send application/json, application/x-www-form-urlencoded or multipart/form-data, in UTF-8.</source>
        <translation>%1 Stuur application/json, application/x-www-form-urlencoded of multipart/form-data, in UTF-8.</translation>
    </message>
    <message>
        <source>The Content-Type header is missing.</source>
        <translation>De header Content-Type ontbreekt.</translation>
    </message>
    <message>
        <source>The Content-Type header is malformed.</source>
        <translation>De header Content-Type is niet goed gevormd.</translation>
    </message>
    <message>
        <source>The body&apos;s charset is %1.</source>
        <translation>De tekenset van de inhoud is %1.</translation>
    </message>
    <message>
        <source>A body of type %1 is not accepted.</source>
        <translation>Een inhoud van type %1 wordt niet aangenomen.</translation>
    </message>
    <message>
        <source>The Content-Type multipart/form-data needs a boundary of 1 to 70 characters.</source>
        <translation>Content-Type multipart/form-data vraagt een boundary van 1 tot 70 tekens.</translation>
    </message>
    <message>
        <source>A part of the form has a header line without a colon.</source>
        <translation>Een deel van het formulier heeft een kopregel zonder dubbele punt.</translation>
    </message>
    <message>
        <source>A part of the form has no Content-Disposition: form-data with a name.</source>
        <translation>Een deel van het formulier heeft geen Content-Disposition: form-data met een naam.</translation>
    </message>
    <message>
        <source>A part of the form is encoded as %1: send it as it is (RFC 7578, 4.7).</source>
        <translation>Een deel van het formulier is gecodeerd als %1: stuur het zoals het is (RFC 7578, 4.7).</translation>
    </message>
    <message>
        <source>A part of the form has the charset %1: send UTF-8.</source>
        <translation>Een deel van het formulier heeft tekenset %1: stuur UTF-8.</translation>
    </message>
    <message>
        <source>A part of the form has no empty line after its headers.</source>
        <translation>Een deel van het formulier heeft geen lege regel na de headers.</translation>
    </message>
    <message>
        <source>A part of the form has more than %1 bytes of headers.</source>
        <translation>Een deel van het formulier heeft meer dan %1 bytes aan headers.</translation>
    </message>
    <message>
        <source>The boundary that the Content-Type names is not in the body.</source>
        <translation>De boundary uit Content-Type staat niet in de inhoud.</translation>
    </message>
    <message>
        <source>The form ends without its closing boundary: part of it is missing.</source>
        <translation>Het formulier eindigt zonder afsluitende boundary: er ontbreekt een deel.</translation>
    </message>
    <message>
        <source>%1 fields are faulty: %2. The errors say what to do about each.</source>
        <translation>%1 velden zijn fout: %2. Bij elk staat wat eraan te doen is.</translation>
    </message>
    <message>
        <source>%1 is missing: it is required in every call.</source>
        <translation>%1 ontbreekt: het is verplicht in elke aanroep.</translation>
    </message>
    <message>
        <source>%1 is null: it is required in every call.</source>
        <translation>%1 is null: het is verplicht in elke aanroep.</translation>
    </message>
    <message>
        <source>%1 is a number with decimals or an exponent: send it as a text in double quotes.</source>
        <translation>%1 is een getal met decimalen of een exponent: stuur het als tekst tussen dubbele aanhalingstekens.</translation>
    </message>
    <message>
        <source>%1 must be a text or a whole number.</source>
        <translation>%1 moet een tekst of een geheel getal zijn.</translation>
    </message>
    <message>
        <source>%1 must be a text.</source>
        <translation>%1 moet een tekst zijn.</translation>
    </message>
    <message>
        <source>%1 is longer than %2 characters: shorten it.</source>
        <translation>%1 is langer dan %2 tekens: kort het in.</translation>
    </message>
    <message>
        <source>%1 is empty: it is required in every call.</source>
        <translation>%1 is leeg: het is verplicht in elke aanroep.</translation>
    </message>
    <message>
        <source>%1 is empty: send an ID.</source>
        <translation>%1 is leeg: stuur een ID.</translation>
    </message>
    <message>
        <source>%1 holds the character U+0000, which an ID cannot have: take it out.</source>
        <translation>%1 bevat het teken U+0000, dat niet in een ID kan: haal het weg.</translation>
    </message>
    <message>
        <source>%1 is not an e-mail address: send one such as cas@example.com, or null.</source>
        <translation>%1 is geen e-mailadres: stuur er een zoals cas@example.com, of null.</translation>
    </message>
    <message>
        <source>%1 must be a text such as &quot;2025-12-10 19:00:00&quot;.</source>
        <translation>%1 moet een tekst zijn zoals &quot;2025-12-10 19:00:00&quot;.</translation>
    </message>
    <message>
        <source>%1 is empty: send a moment such as &quot;2025-12-10 19:00:00&quot;.</source>
        <translation>%1 is leeg: stuur een tijdstip zoals &quot;2025-12-10 19:00:00&quot;.</translation>
    </message>
    <message>
        <source>%1 is not a moment: send one such as &quot;2025-12-10 19:00:00&quot;, &quot;2025-12-10T19:00:00+01:00&quot; or &quot;2025-12-10&quot;.</source>
        <translation>%1 is geen tijdstip: stuur er een zoals &quot;2025-12-10 19:00:00&quot;, &quot;2025-12-10T19:00:00+01:00&quot; of &quot;2025-12-10&quot;.</translation>
    </message>
    <message>
        <source>%1 must be true or false.</source>
        <translation>%1 moet true of false zijn.</translation>
    </message>
    <message>
        <source>%1 is empty: send a number, or null.</source>
        <translation>%1 is leeg: stuur een getal, of null.</translation>
    </message>
    <message>
        <source>%1 must be a number, with a point before its decimals: 399.95.</source>
        <translation>%1 moet een getal zijn, met een punt voor de decimalen: 399.95.</translation>
    </message>
    <message>
        <source>%1 has more than %2 digits: round it.</source>
        <translation>%1 heeft meer dan %2 cijfers: rond het af.</translation>
    </message>
    <message>
        <source>%1 is too large or too small for a number: check its exponent.</source>
        <translation>%1 is te groot of te klein voor een getal: controleer de exponent.</translation>
    </message>
    <message>
        <source>%1 is negative: send 0 or more.</source>
        <translation>%1 is negatief: stuur 0 of meer.</translation>
    </message>
    <message>
        <source>%1 must be a whole number.</source>
        <translation>%1 moet een geheel getal zijn.</translation>
    </message>
    <message>
        <source>%1 must be 0 or more, with at most 18 digits.</source>
        <translation>%1 moet 0 of meer zijn, met hoogstens 18 cijfers.</translation>
    </message>
    <message>
        <source>%1 has more than two decimals: round it to cents.</source>
        <translation>%1 heeft meer dan twee decimalen: rond het af op centen.</translation>
    </message>
    <message>
        <source>%1 is more money than can be stored: check its digits.</source>
        <translation>%1 is meer geld dan kan worden bewaard: controleer de cijfers.</translation>
    </message>
    <message>
        <source>%1 must be an object, { … }, or null.</source>
        <translation>%1 moet een object zijn, { … }, of null.</translation>
    </message>
    <message>
        <source>value is money and has more than two decimals (%1). Send it rounded to cents.</source>
        <translation>value is geld en heeft meer dan twee decimalen (%1). Stuur het afgerond op centen.</translation>
    </message>
    <message>
        <source>value is money and %1 is more than can be stored in cents.</source>
        <translation>value is geld en %1 is meer dan in centen kan worden bewaard.</translation>
    </message>
    <message>
        <source>agent_team_name is ignored: send agent_team_id with it.</source>
        <translation>agent_team_name wordt genegeerd: stuur agent_team_id erbij.</translation>
    </message>
    <message>
        <source>contact_key looks like an e-mail address or a telephone number: send a key that names nobody, for personal data does not belong here.</source>
        <translation>contact_key lijkt een e-mailadres of telefoonnummer: stuur een sleutel die niemand noemt, want persoonsgegevens horen hier niet.</translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot; is not known for %3, and %4 is missing: send %4 once, and the %5 is created.</source>
        <translation>%1 &quot;%2&quot; is niet bekend bij %3, en %4 ontbreekt: stuur %4 één keer, dan wordt %5 aangemaakt.</translation>
    </message>
    <message>
        <source>There is no such provider any more.</source>
        <translation>Deze aanbieder is er niet meer.</translation>
    </message>
    <message>
        <source>A repetition of call %1 (the same webhook-id): answered as that was, nothing was stored.</source>
        <translation>Een herhaling van aanroep %1 (dezelfde webhook-id): beantwoord zoals die, er is niets opgeslagen.</translation>
    </message>
    <message>
        <source>The call has no Authorization header: send &quot;Authorization: Bearer KEY&quot;.</source>
        <translation>De aanroep heeft geen header Authorization: stuur &quot;Authorization: Bearer SLEUTEL&quot;.</translation>
    </message>
    <message>
        <source>The Authorization header is not &quot;Bearer&quot;, a space and a key.</source>
        <translation>De header Authorization is niet &quot;Bearer&quot;, een spatie en een sleutel.</translation>
    </message>
    <message>
        <source>There is no such key: copy it again from the provider&apos;s page.</source>
        <translation>Deze sleutel bestaat niet: kopieer hem opnieuw van de pagina van de aanbieder.</translation>
    </message>
    <message>
        <source>The key belongs to another provider: use a key of this webhook&apos;s provider.</source>
        <translation>De sleutel is van een andere aanbieder: gebruik een sleutel van de aanbieder van deze webhook.</translation>
    </message>
    <message>
        <source>The key was revoked: give the sender a key that is valid.</source>
        <translation>De sleutel is ingetrokken: geef de afzender een geldige sleutel.</translation>
    </message>
    <message>
        <source>The call says nothing of its body&apos;s length: send Content-Length, or the body in chunks.</source>
        <translation>De aanroep zegt niet hoe lang de inhoud is: stuur Content-Length, of de inhoud in delen (chunked).</translation>
    </message>
    <message>
        <source>The call&apos;s body is larger than %1 bytes, the setting limit.body.</source>
        <translation>De inhoud van de aanroep is groter dan %1 bytes, de instelling limit.body.</translation>
    </message>
    <message>
        <source>This provider is archived, so its webhooks take no calls.</source>
        <translation>Deze aanbieder is gearchiveerd, dus de webhooks nemen geen aanroepen aan.</translation>
    </message>
    <message>
        <source>A webhook is called with POST.</source>
        <translation>Een webhook wordt aangeroepen met POST.</translation>
    </message>
    <message>
        <source>The feature %1 is switched off: it can be switched on in the settings.</source>
        <translation>Het onderdeel %1 staat uit: het kan in de instellingen worden aangezet.</translation>
    </message>
    <message>
        <source>The provider&apos;s signing secret cannot be opened: the master key is missing.</source>
        <translation>Het ondertekeningsgeheim van de aanbieder kan niet worden geopend: de hoofdsleutel ontbreekt.</translation>
    </message>
    <message>
        <source>The provider&apos;s limit of %1 calls a minute is reached.</source>
        <translation>De limiet van de aanbieder, %1 aanroepen per minuut, is bereikt.</translation>
    </message>
    <message>
        <source>The request&apos;s head did not come in time: send it at once.</source>
        <translation>De kop van het verzoek kwam niet op tijd: stuur hem in één keer.</translation>
    </message>
    <message>
        <source>The request&apos;s body did not come in time: send it at once.</source>
        <translation>De inhoud van het verzoek kwam niet op tijd: stuur hem in één keer.</translation>
    </message>
    <message>
        <source>The provider requires signatures: webhook-id, webhook-timestamp or webhook-signature is missing.</source>
        <translation>De aanbieder vraagt ondertekening: webhook-id, webhook-timestamp of webhook-signature ontbreekt.</translation>
    </message>
    <message>
        <source>webhook-id has more than %1 characters.</source>
        <translation>webhook-id heeft meer dan %1 tekens.</translation>
    </message>
    <message>
        <source>webhook-timestamp is not a number of seconds since 1970.</source>
        <translation>webhook-timestamp is geen aantal seconden sinds 1970.</translation>
    </message>
    <message>
        <source>webhook-timestamp is %1 s from this computer&apos;s clock, more than %2 s: set the clocks right, or sign again when sending again.</source>
        <translation>webhook-timestamp wijkt %1 s af van de klok van deze computer, meer dan %2 s: zet de klokken goed, of onderteken opnieuw bij opnieuw versturen.</translation>
    </message>
    <message>
        <source>No v1 signature in webhook-signature fits the body: check the signing secret.</source>
        <translation>Geen v1-ondertekening in webhook-signature past bij de inhoud: controleer het ondertekeningsgeheim.</translation>
    </message>
    <message>
        <source>The request&apos;s body is larger than the limit.</source>
        <translation>De inhoud van het verzoek is groter dan de limiet.</translation>
    </message>
    <message>
        <source>The chunked body is not well-formed (RFC 9112, section 7.1).</source>
        <translation>De inhoud in delen (chunked) is niet goed gevormd (RFC 9112, paragraaf 7.1).</translation>
    </message>
    <message>
        <source>A chunk&apos;s first line or the trailer section is too long.</source>
        <translation>De eerste regel van een deel (chunk) of het slot (trailer) is te lang.</translation>
    </message>
    <message>
        <source>A chunk&apos;s first line ends inside a quoted string (RFC 9112, section 7.1.1).</source>
        <translation>De eerste regel van een deel (chunk) houdt op binnen aanhalingstekens (RFC 9112, paragraaf 7.1.1).</translation>
    </message>
    <message>
        <source>A line ends without a carriage return (RFC 9112, section 2.2).</source>
        <translation>Een regel eindigt zonder carriage return (RFC 9112, paragraaf 2.2).</translation>
    </message>
    <message>
        <source>The data folder %1 cannot be used: %2. Make it writable, or choose another with --data.</source>
        <translation>De gegevensmap %1 kan niet worden gebruikt: %2. Maak haar schrijfbaar, of kies een andere met --data.</translation>
    </message>
    <message>
        <source>%1 cannot be changed: %2. Check its folder&apos;s permissions.</source>
        <translation>%1 kan niet worden gewijzigd: %2. Controleer de rechten van de map.</translation>
    </message>
    <message>
        <source>%1 cannot be made</source>
        <translation>%1 kan niet worden gemaakt</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Make room there, or choose another folder with --data.</source>
        <translation>%1 kan niet worden geschreven: %2. Maak daar ruimte, of kies een andere map met --data.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. Make it readable for you alone.</source>
        <translation>%1 kan niet worden gelezen: %2. Maak het leesbaar voor u alleen.</translation>
    </message>
    <message>
        <source>%1 is damaged: put its copy back, or move it away and make new keys.</source>
        <translation>%1 is beschadigd: zet de kopie terug, of haal het weg en maak nieuwe sleutels.</translation>
    </message>
    <message>
        <source>The desktop&apos;s keychain, where the master key is, does not give it: unlock the keychain and try again from a desktop session.</source>
        <translation>De sleutelhanger van het bureaublad geeft de hoofdsleutel niet: ontgrendel de sleutelhanger en probeer het opnieuw in een bureaubladsessie.</translation>
    </message>
    <message>
        <source>SalesDesk is running on %1 already: end it first, or choose another folder with --data.</source>
        <translation>SalesDesk werkt al met %1: sluit het eerst af, of kies een andere map met --data.</translation>
    </message>
    <message>
        <source>Another command is at work on %1: try again when it is done.</source>
        <translation>Een andere opdracht is bezig met %1: probeer het opnieuw als die klaar is.</translation>
    </message>
    <message>
        <source>Line %1: there is text behind a closing quotation mark.</source>
        <translation>Regel %1: er staat tekst achter een sluitend aanhalingsteken.</translation>
    </message>
    <message>
        <source>Line %1: a quotation mark is never closed.</source>
        <translation>Regel %1: een aanhalingsteken wordt nooit gesloten.</translation>
    </message>
    <message>
        <source>The file has more than %1 lines: split it.</source>
        <translation>Het bestand heeft meer dan %1 regels: splits het.</translation>
    </message>
    <message>
        <source>The file is not in UTF-8. Save it as &quot;CSV UTF-8&quot; and import it again.</source>
        <translation>Het bestand is geen UTF-8. Sla het op als &quot;CSV UTF-8&quot; en importeer het opnieuw.</translation>
    </message>
    <message>
        <source>A master key has %1 bytes, this has %2.</source>
        <translation>Een hoofdsleutel heeft %1 bytes, deze heeft er %2.</translation>
    </message>
    <message>
        <source>It was sealed with another master key. Put that key back, or make a new one and revoke this.</source>
        <translation>Het is met een andere hoofdsleutel verzegeld. Zet die terug, of maak een nieuwe sleutel en trek deze in.</translation>
    </message>
    <message>
        <source>There is no call %1 in the log: it may have been pruned. &quot;salesdesk call list&quot; shows what is.</source>
        <translation>Aanroep %1 staat niet in het logboek: misschien is hij opgeruimd. &quot;salesdesk call list&quot; toont wat er is.</translation>
    </message>
    <message>
        <source>The body of call %1 is longer than the log keeps, so it cannot be replayed. Have it sent again.</source>
        <translation>De inhoud van aanroep %1 is langer dan het logboek bewaart en kan dus niet worden herhaald. Laat hem opnieuw versturen.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing. Install the package libqt6sql6-sqlite.</source>
        <translation>De SQLite-driver van Qt ontbreekt. Installeer het pakket libqt6sql6-sqlite.</translation>
    </message>
    <message>
        <source>The database refused &quot;%1&quot;. The data folder must be on a local disk.</source>
        <translation>De database weigerde &quot;%1&quot;. De gegevensmap moet op een lokale schijf staan.</translation>
    </message>
    <message>
        <source>The history has no such step.</source>
        <translation>De geschiedenis kent die stap niet.</translation>
    </message>
    <message>
        <source>There is no external identity with number %1. &quot;salesdesk identity list --all&quot; shows them.</source>
        <translation>Er is geen externe identiteit met nummer %1. &quot;salesdesk identity list --all&quot; toont ze.</translation>
    </message>
    <message>
        <source>The step cannot be undone: %1 was changed since. Set it as it should be instead.</source>
        <translation>De stap kan niet ongedaan worden gemaakt: %1 is sindsdien gewijzigd. Stel het in zoals het moet zijn.</translation>
    </message>
    <message>
        <source>The step cannot be done again: %1 was changed since. Set it as it should be instead.</source>
        <translation>De stap kan niet opnieuw worden gedaan: %1 is sindsdien gewijzigd. Stel het in zoals het moet zijn.</translation>
    </message>
    <message>
        <source>the team of %1</source>
        <translation>het team van %1</translation>
    </message>
    <message>
        <source>Another agent (number %1) has the e-mail address %2 by now.</source>
        <translation>Een andere medewerker (nummer %1) heeft inmiddels het e-mailadres %2.</translation>
    </message>
    <message>
        <source>There is another %1 named &quot;%2&quot; by now.</source>
        <translation>Er is inmiddels een ander(e) %1 met de naam &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>That step is undone already.</source>
        <translation>Die stap is al ongedaan gemaakt.</translation>
    </message>
    <message>
        <source>That step is not undone.</source>
        <translation>Die stap is niet ongedaan gemaakt.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Er is niets om ongedaan te maken.</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Er is niets om opnieuw te doen.</translation>
    </message>
    <message>
        <source>Undone: %1.</source>
        <translation>Ongedaan gemaakt: %1.</translation>
    </message>
    <message>
        <source>Done again: %1.</source>
        <translation>Opnieuw gedaan: %1.</translation>
    </message>
    <message>
        <source>merging %1 into %2</source>
        <translation>%1 samenvoegen met %2</translation>
    </message>
    <message>
        <source>a change of teams</source>
        <translation>een wijziging van teams</translation>
    </message>
    <message>
        <source>ignoring %1 identities</source>
        <translation>%1 identiteiten negeren</translation>
    </message>
    <message>
        <source>creating what %1 identities stand for</source>
        <translation>aanmaken waar %1 identiteiten voor staan</translation>
    </message>
    <message>
        <source>the import of %1 decisions</source>
        <translation>%1 besluiten importeren</translation>
    </message>
    <message>
        <source>linking %1 identities</source>
        <translation>%1 identiteiten koppelen</translation>
    </message>
    <message>
        <source>ignoring %1</source>
        <translation>%1 negeren</translation>
    </message>
    <message>
        <source>no longer ignoring %1</source>
        <translation>%1 niet meer negeren</translation>
    </message>
    <message>
        <source>rejecting %1 for %2</source>
        <translation>%1 afwijzen voor %2</translation>
    </message>
    <message>
        <source>moving the agent of %1 to its team</source>
        <translation>de medewerker van %1 naar het eigen team verplaatsen</translation>
    </message>
    <message>
        <source>unlinking %1 from %2</source>
        <translation>%1 loskoppelen van %2</translation>
    </message>
    <message>
        <source>linking %1 to %2</source>
        <translation>%1 koppelen aan %2</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>medewerker</translation>
    </message>
    <message>
        <source>team</source>
        <translation>team</translation>
    </message>
    <message>
        <source>product</source>
        <translation>product</translation>
    </message>
    <message>
        <source>agent %1:%2</source>
        <translation>medewerker %1:%2</translation>
    </message>
    <message>
        <source>team %1:%2</source>
        <translation>team %1:%2</translation>
    </message>
    <message>
        <source>product %1:%2</source>
        <translation>product %1:%2</translation>
    </message>
    <message>
        <source>agent identity &quot;%1&quot;</source>
        <translation>medewerker met ID &quot;%1&quot;</translation>
    </message>
    <message>
        <source>team identity &quot;%1&quot;</source>
        <translation>team met ID &quot;%1&quot;</translation>
    </message>
    <message>
        <source>product identity &quot;%1&quot;</source>
        <translation>product met ID &quot;%1&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be merged into itself.</source>
        <translation>&quot;%1&quot; kan niet met zichzelf worden samengevoegd.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a %2 and &quot;%3&quot; is a %4: they cannot be one.</source>
        <translation>&quot;%1&quot; is een %2 en &quot;%3&quot; is een %4: ze kunnen niet één zijn.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was merged into &quot;%2&quot; before.</source>
        <translation>&quot;%1&quot; is al eerder samengevoegd met &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is inactive. Activate it first, or merge the other way round.</source>
        <translation>&quot;%1&quot; is inactief. Activeer het eerst, of voeg andersom samen.</translation>
    </message>
    <message>
        <source>There is no %1 &quot;%2&quot;. &quot;salesdesk %3 list&quot; shows them.</source>
        <translation>Er is geen %1 &quot;%2&quot;. &quot;salesdesk %3 list&quot; toont ze.</translation>
    </message>
    <message>
        <source>The %1 needs a name.</source>
        <translation>Een naam is nodig: %1.</translation>
    </message>
    <message>
        <source>The name of the %1 has %2 characters; at most %3 are stored. Shorten it.</source>
        <translation>De naam (%1) heeft %2 tekens; hooguit %3 worden opgeslagen. Kort de naam in.</translation>
    </message>
    <message>
        <source>Only an agent has an e-mail address or a team.</source>
        <translation>Alleen een medewerker heeft een e-mailadres of een team.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no e-mail address. It looks like name@example.com.</source>
        <translation>&quot;%1&quot; is geen e-mailadres. Dat ziet eruit als naam@voorbeeld.nl.</translation>
    </message>
    <message>
        <source>There is a %1 named &quot;%2&quot; already: number %3.</source>
        <translation>Er is al een %1 met de naam &quot;%2&quot;: nummer %3.</translation>
    </message>
    <message>
        <source>Agent %1 (number %2) has the e-mail address %3 already. An address belongs to one agent.</source>
        <translation>Medewerker %1 (nummer %2) heeft het e-mailadres %3 al. Een adres hoort bij één medewerker.</translation>
    </message>
    <message>
        <source>There is no agent, team or product with number %1.</source>
        <translation>Er is geen medewerker, team of product met nummer %1.</translation>
    </message>
    <message>
        <source>Several %1s match &quot;%2&quot;: numbers %3. Give the number.</source>
        <translation>Er past meer dan één %1 bij &quot;%2&quot;: nummers %3. Geef het nummer.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no %2 that &quot;%3&quot; can be linked to.</source>
        <translation>&quot;%1&quot; is geen %2 waaraan &quot;%3&quot; kan worden gekoppeld.</translation>
    </message>
    <message>
        <source>None of these identities waits any more.</source>
        <translation>Geen van deze identiteiten wacht nog.</translation>
    </message>
    <message>
        <source>The column &quot;identity&quot; has no number.</source>
        <translation>In de kolom &quot;identity&quot; staat geen nummer.</translation>
    </message>
    <message>
        <source>Identity %1 has the external ID &quot;%2&quot; and not this one. The sheet is of other data.</source>
        <translation>Identiteit %1 heeft het externe ID &quot;%2&quot; en niet dit. Het blad hoort bij andere gegevens.</translation>
    </message>
    <message>
        <source>The identity is decided on in a line above.</source>
        <translation>Over deze identiteit is in een eerdere regel besloten.</translation>
    </message>
    <message>
        <source>It is linked to &quot;%1&quot; by now.</source>
        <translation>Het is inmiddels gekoppeld aan &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>It is ignored by now.</source>
        <translation>Het wordt inmiddels genegeerd.</translation>
    </message>
    <message>
        <source>The column &quot;entity&quot; says nothing to link it to.</source>
        <translation>In de kolom &quot;entity&quot; staat niet waaraan te koppelen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was merged into &quot;%2&quot;.</source>
        <translation>&quot;%1&quot; is samengevoegd met &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no decision. Write accept, link, create or ignore.</source>
        <translation>&quot;%1&quot; is geen besluit. Schrijf accept, link, create of ignore.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Het bestand is leeg.</translation>
    </message>
    <message>
        <source>The file has no column &quot;%1&quot;: it is no sheet of identities.</source>
        <translation>Het bestand heeft geen kolom &quot;%1&quot;: het is geen blad met identiteiten.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a %2; the %3 can only be linked to a %4.</source>
        <translation>&quot;%1&quot; is een %2; %3 kan alleen aan een %4 worden gekoppeld.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was merged into &quot;%2&quot;. Link the %3 to that one.</source>
        <translation>&quot;%1&quot; is samengevoegd met &quot;%2&quot;. Koppel %3 daaraan.</translation>
    </message>
    <message>
        <source>There is nothing to link.</source>
        <translation>Er is niets te koppelen.</translation>
    </message>
    <message>
        <source>The %1 is given twice; link it once.</source>
        <translation>Twee keer opgegeven: %1. Koppel het één keer.</translation>
    </message>
    <message>
        <source>That was said of the %1 before.</source>
        <translation>Dat is al eerder gezegd van: %1.</translation>
    </message>
    <message>
        <source>The %1 is not linked.</source>
        <translation>Niet gekoppeld: %1.</translation>
    </message>
    <message>
        <source>The %1 is ignored already.</source>
        <translation>Al genegeerd: %1.</translation>
    </message>
    <message>
        <source>The %1 is not ignored.</source>
        <translation>Niet genegeerd: %1.</translation>
    </message>
    <message>
        <source>%1 is there already. Name a file that is not there yet.</source>
        <translation>%1 bestaat al. Noem een bestand dat er nog niet is.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kan niet worden geschreven: %2.</translation>
    </message>
    <message>
        <source>The copy is not sound: %1. Nothing was kept of it.</source>
        <translation>De kopie is niet in orde: %1. Er is niets van bewaard.</translation>
    </message>
    <message>
        <source>%1 is damaged: %2. Nothing was changed.</source>
        <translation>%1 is beschadigd: %2. Er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>%1 cannot be set aside. Nothing was changed.</source>
        <translation>%1 kan niet opzij worden gezet. Er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>%1 cannot be put in place. Nothing was changed.</source>
        <translation>%1 kan niet op zijn plaats worden gezet. Er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>A row of %1 refers to one that is not there.</source>
        <translation>Een rij van %1 verwijst naar een rij die er niet is.</translation>
    </message>
    <message>
        <source>The count or value of identity %1 differs from its records.</source>
        <translation>Het aantal of de waarde van identiteit %1 wijkt af van de records.</translation>
    </message>
    <message>
        <source>Identity %1 is linked to an entity of another kind.</source>
        <translation>Identiteit %1 is gekoppeld aan iets van een andere soort.</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation>%1 kan niet worden gebruikt: %2</translation>
    </message>
    <message>
        <source>The data folder %1 cannot be made or is not yours. Choose another with --data.</source>
        <translation>De gegevensmap %1 kan niet worden gemaakt of is niet van u. Kies een andere met --data.</translation>
    </message>
    <message>
        <source>%1 cannot be opened for writing: %2. Check the folder&apos;s permissions.</source>
        <translation>%1 kan niet worden geopend om te schrijven: %2. Controleer de rechten van de map.</translation>
    </message>
    <message>
        <source>A provider&apos;s name takes 1 to %1 characters.</source>
        <translation>De naam van een aanbieder heeft 1 tot %1 tekens.</translation>
    </message>
    <message>
        <source>A key&apos;s label takes 1 to %1 characters.</source>
        <translation>Het label van een sleutel heeft 1 tot %1 tekens.</translation>
    </message>
    <message>
        <source>There is a provider called &quot;%1&quot; already. Choose another name.</source>
        <translation>Er is al een aanbieder met de naam &quot;%1&quot;. Kies een andere naam.</translation>
    </message>
    <message>
        <source>There is no provider &quot;%1&quot;. &quot;salesdesk provider list&quot; shows them.</source>
        <translation>Er is geen aanbieder &quot;%1&quot;. &quot;salesdesk provider list&quot; toont ze.</translation>
    </message>
    <message>
        <source>There is no key &quot;%1&quot;. &quot;salesdesk key list PROVIDER&quot; shows a provider&apos;s keys.</source>
        <translation>Er is geen sleutel &quot;%1&quot;. &quot;salesdesk key list PROVIDER&quot; toont de sleutels van een aanbieder.</translation>
    </message>
    <message>
        <source>There is no provider type &quot;%1&quot;. The type is webhooks.</source>
        <translation>Er is geen soort aanbieder &quot;%1&quot;. De soort is webhooks.</translation>
    </message>
    <message>
        <source>A rate limit is 0 (none) to %1 calls a minute.</source>
        <translation>De grens is 0 (geen) tot %1 aanroepen per minuut.</translation>
    </message>
    <message>
        <source>Several keys are called &quot;%1&quot;. Give the key&apos;s number instead.</source>
        <translation>Meer dan één sleutel heet &quot;%1&quot;. Geef het nummer van de sleutel.</translation>
    </message>
    <message>
        <source>The key %1 is revoked already.</source>
        <translation>De sleutel %1 is al ingetrokken.</translation>
    </message>
    <message>
        <source>The disk that holds the data folder is full. Free some space on it. (%1)</source>
        <translation>De schijf met de gegevensmap is vol. Maak er ruimte vrij. (%1)</translation>
    </message>
    <message>
        <source>The database is locked by another program. Close that program, then try again. (%1)</source>
        <translation>De database is vergrendeld door een ander programma. Sluit dat en probeer het opnieuw. (%1)</translation>
    </message>
    <message>
        <source>The database cannot be written. Check the rights of the data folder. (%1)</source>
        <translation>De database kan niet worden geschreven. Controleer de rechten van de gegevensmap. (%1)</translation>
    </message>
    <message>
        <source>The disk that holds the data folder failed. Check the disk and its connection. (%1)</source>
        <translation>De schijf met de gegevensmap geeft een fout. Controleer de schijf en de aansluiting. (%1)</translation>
    </message>
    <message>
        <source>The database cannot be opened. Check the data folder and its rights. (%1)</source>
        <translation>De database kan niet worden geopend. Controleer de gegevensmap en de rechten ervan. (%1)</translation>
    </message>
    <message>
        <source>There is not enough memory. Close other programs. (%1)</source>
        <translation>Er is niet genoeg geheugen. Sluit andere programma&apos;s. (%1)</translation>
    </message>
    <message>
        <source>The database is damaged. Restore a backup. (%1)</source>
        <translation>De database is beschadigd. Zet een back-up terug. (%1)</translation>
    </message>
    <message>
        <source>It contradicts what is stored. (%1)</source>
        <translation>Het is in strijd met wat is opgeslagen. (%1)</translation>
    </message>
    <message>
        <source>A statement failed. (%1)</source>
        <translation>Een opdracht aan de database is mislukt. (%1)</translation>
    </message>
    <message>
        <source>SalesDesk is closing this data folder.</source>
        <translation>SalesDesk sluit deze gegevensmap.</translation>
    </message>
    <message>
        <source>There is no external identity &quot;%1&quot;. Give its number, PROVIDER:EXTERNAL_ID or PROVIDER:KIND:EXTERNAL_ID; &quot;salesdesk identity list --all&quot; shows them.</source>
        <translation>Er is geen externe identiteit &quot;%1&quot;. Geef het nummer, PROVIDER:EXTERNAL_ID of PROVIDER:KIND:EXTERNAL_ID; &quot;salesdesk identity list --all&quot; toont ze.</translation>
    </message>
    <message>
        <source>Several external identities match &quot;%1&quot;: numbers %2. Give the number.</source>
        <translation>Meer dan één externe identiteit past bij &quot;%1&quot;: nummers %2. Geef het nummer.</translation>
    </message>
    <message>
        <source>No agent has the e-mail address &quot;%1&quot;.</source>
        <translation>Geen medewerker heeft het e-mailadres &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>There is no filter &quot;%1:&quot;. There are %2.</source>
        <translation>Er is geen filter &quot;%1:&quot;. Wel: %2.</translation>
    </message>
    <message>
        <source>A value is missing here.</source>
        <translation>Hier ontbreekt een waarde.</translation>
    </message>
    <message>
        <source>status: takes a status such as 422, or a class such as 4xx.</source>
        <translation>Bij status: hoort een status als 422, of een klasse als 4xx.</translation>
    </message>
    <message>
        <source>endpoint: takes activities or sales.</source>
        <translation>Bij endpoint: hoort activities of sales.</translation>
    </message>
    <message>
        <source>Port %1 is used by another program: end that program, or choose another port.</source>
        <translation>Poort %1 is in gebruik bij een ander programma: sluit dat programma, of kies een andere poort.</translation>
    </message>
    <message>
        <source>Listening on %1, port %2, failed (%3): choose another address or port.</source>
        <translation>Luisteren op %1, poort %2, is mislukt (%3): kies een ander adres of een andere poort.</translation>
    </message>
    <message>
        <source>The closing quotation mark is missing.</source>
        <translation>Het sluitende aanhalingsteken ontbreekt.</translation>
    </message>
    <message>
        <source>There is no reason &quot;%1&quot;. Reasons are words such as created, key_revoked, not_recognised.</source>
        <translation>Er is geen reden &quot;%1&quot;. Redenen zijn woorden als created, key_revoked, not_recognised.</translation>
    </message>
    <message>
        <source>%1 takes a time ago such as 30m, 2h or 7d, or a moment such as 2026-11-01 or 2026-11-01T09:00.</source>
        <translation>Bij %1 hoort een tijd geleden als 30m, 2h of 7d, of een tijdstip als 2026-11-01 of 2026-11-01T09:00.</translation>
    </message>
    <message>
        <source>It is not SalesDesk&apos;s. Choose another data folder; nothing was changed.</source>
        <translation>Het is niet van SalesDesk. Kies een andere gegevensmap; er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>It was written by a newer SalesDesk (schema %1, this one knows %2). Install that version; nothing was changed.</source>
        <translation>Het is door een nieuwere SalesDesk geschreven (schema %1, deze kent %2). Installeer die versie; er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>The metric needs a name.</source>
        <translation>De meting heeft een naam nodig.</translation>
    </message>
    <message>
        <source>Activities have no product: count them by something else.</source>
        <translation>Activiteiten hebben geen product: tel ze ergens anders naar.</translation>
    </message>
    <message>
        <source>Sales have no type: count them by something else.</source>
        <translation>Verkopen hebben geen type: tel ze ergens anders naar.</translation>
    </message>
    <message>
        <source>This metric is no longer there.</source>
        <translation>Deze meting is er niet meer.</translation>
    </message>
    <message>
        <source>%1 needs its key beside it: choose the key&apos;s file, too.</source>
        <translation>Bij %1 hoort een sleutel: kies ook het bestand van de sleutel.</translation>
    </message>
    <message>
        <source>%1 needs its certificate beside it: choose the certificate&apos;s file, too.</source>
        <translation>Bij %1 hoort een certificaat: kies ook het bestand van het certificaat.</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2): give its whole path, and let this user read it.</source>
        <translation>%1 kan niet worden gelezen (%2): geef het hele pad, en laat deze gebruiker het lezen.</translation>
    </message>
    <message>
        <source>The files for TLS were changed, and those of before stay in use. %1</source>
        <translation>De bestanden voor TLS zijn gewijzigd, en die van daarvoor blijven in gebruik. %1</translation>
    </message>
    <message>
        <source>The certificate in %1 expired on %2, so senders refuse it: put a new one there.</source>
        <translation>Het certificaat in %1 is op %2 verlopen, zodat afzenders het weigeren: zet er een nieuw neer.</translation>
    </message>
    <message>
        <source>The certificate in %1 is valid from %2 on only, so senders refuse it: check this computer&apos;s clock.</source>
        <translation>Het certificaat in %1 is pas vanaf %2 geldig, zodat afzenders het weigeren: controleer de klok van deze computer.</translation>
    </message>
    <message>
        <source>%1 holds no certificate in PEM form: choose the certificate&apos;s file.</source>
        <translation>%1 bevat geen certificaat in PEM-vorm: kies het bestand van het certificaat.</translation>
    </message>
    <message>
        <source>%1 holds no RSA or EC private key in PEM form without a password: choose the key&apos;s file.</source>
        <translation>%1 bevat geen RSA- of EC-sleutel in PEM-vorm zonder wachtwoord: kies het bestand van de sleutel.</translation>
    </message>
    <message>
        <source>The key in %1 is not that of the certificate in %2: choose files that belong together.</source>
        <translation>De sleutel in %1 is niet die van het certificaat in %2: kies bestanden die bij elkaar horen.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Het is geannuleerd.</translation>
    </message>
    <message>
        <source>There is no such record.</source>
        <translation>Dit record is er niet.</translation>
    </message>
    <message>
        <source>value: takes a number with at most two decimals, such as &gt;100, &lt;=49.95 or 10.</source>
        <translation>value: wil een getal met hoogstens twee decimalen, zoals &gt;100, &lt;=49.95 of 10.</translation>
    </message>
    <message>
        <source>%1 is no backup of SalesDesk, or is damaged. Choose another file; nothing was changed.</source>
        <translation>%1 is geen back-up van SalesDesk, of is beschadigd. Kies een ander bestand; er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. Choose another file; nothing was changed.</source>
        <translation>%1 kan niet worden gelezen: %2. Kies een ander bestand; er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>%1 cannot be restored: %2</source>
        <translation>%1 kan niet worden teruggezet: %2</translation>
    </message>
    <message>
        <source>The settings allow %1 connections at once, and the system %2: raise its limit of open files, or lower limit.connections.</source>
        <translation>De instellingen laten %1 verbindingen tegelijk toe, en het systeem %2: verhoog daar het maximum aan geopende bestanden, of verlaag limit.connections.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Poort</translation>
    </message>
    <message>
        <source>TLS certificate</source>
        <translation>TLS-certificaat</translation>
    </message>
    <message>
        <source>TLS private key</source>
        <translation>Privésleutel voor TLS</translation>
    </message>
    <message>
        <source>Trusted proxies</source>
        <translation>Vertrouwde proxy&apos;s</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Tijdzone</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Activiteiten</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Verkopen</translation>
    </message>
    <message>
        <source>Largest request head</source>
        <translation>Grootste verzoekkop</translation>
    </message>
    <message>
        <source>Largest request body</source>
        <translation>Grootste verzoekinhoud</translation>
    </message>
    <message>
        <source>Time for the head</source>
        <translation>Tijd voor de kop</translation>
    </message>
    <message>
        <source>Time for the body</source>
        <translation>Tijd voor de inhoud</translation>
    </message>
    <message>
        <source>Time without a request</source>
        <translation>Tijd zonder verzoek</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindingen</translation>
    </message>
    <message>
        <source>Connections per address</source>
        <translation>Verbindingen per adres</translation>
    </message>
    <message>
        <source>Keep calls for</source>
        <translation>Aanroepen bewaren</translation>
    </message>
    <message>
        <source>Keep calls up to</source>
        <translation>Aanroepen bewaren tot</translation>
    </message>
    <message>
        <source>Refused calls kept</source>
        <translation>Geweigerde aanroepen bewaard</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>127.0.0.1 is for this computer alone, 0.0.0.0 for every network it is on.</source>
        <translation>127.0.0.1 is alleen voor deze computer, 0.0.0.0 voor elk netwerk waarop hij is aangesloten.</translation>
    </message>
    <message>
        <source>Senders call this port. With 0 any free one is taken at each start.</source>
        <translation>Afzenders roepen deze poort aan. Bij 0 wordt bij elke start een vrije poort gekozen.</translation>
    </message>
    <message>
        <source>A PEM file with the certificate and its chain. With its private key it switches HTTPS on.</source>
        <translation>Een PEM-bestand met het certificaat en de keten. Samen met de privésleutel schakelt het HTTPS in.</translation>
    </message>
    <message>
        <source>A PEM file without a password.</source>
        <translation>Een PEM-bestand zonder wachtwoord.</translation>
    </message>
    <message>
        <source>Addresses of your own reverse proxies, separated by commas. The sender&apos;s address is then taken from X-Forwarded-For.</source>
        <translation>Adressen van uw eigen reverse proxy&apos;s, gescheiden door komma&apos;s. Het adres van de afzender komt dan uit X-Forwarded-For.</translation>
    </message>
    <message>
        <source>Moments that come without a zone are read in this one.</source>
        <translation>Tijdstippen zonder zone worden in deze zone gelezen.</translation>
    </message>
    <message>
        <source>When this is off, activity webhooks are not shown and answer 404.</source>
        <translation>Staat dit uit, dan worden activiteitenwebhooks niet getoond en antwoorden ze met 404.</translation>
    </message>
    <message>
        <source>When this is off, sale webhooks are not shown and answer 404.</source>
        <translation>Staat dit uit, dan worden verkoopwebhooks niet getoond en antwoorden ze met 404.</translation>
    </message>
    <message>
        <source>A larger head is answered with 431.</source>
        <translation>Een grotere kop krijgt antwoord 431.</translation>
    </message>
    <message>
        <source>A larger body is answered with 413.</source>
        <translation>Een grotere inhoud krijgt antwoord 413.</translation>
    </message>
    <message>
        <source>A sender that is slower is answered with 408.</source>
        <translation>Een tragere afzender krijgt antwoord 408.</translation>
    </message>
    <message>
        <source>An open connection is closed after this time.</source>
        <translation>Een open verbinding wordt na deze tijd gesloten.</translation>
    </message>
    <message>
        <source>So many may be open at once.</source>
        <translation>Zoveel mogen er tegelijk open zijn.</translation>
    </message>
    <message>
        <source>One sender may have so many open at once.</source>
        <translation>Zoveel mag één afzender er tegelijk open hebben.</translation>
    </message>
    <message>
        <source>Older calls leave the log; 0 keeps all. Activities and sales are never removed.</source>
        <translation>Oudere aanroepen gaan uit het logboek; 0 bewaart alles. Activiteiten en verkopen worden nooit verwijderd.</translation>
    </message>
    <message>
        <source>When the log grows beyond this, its oldest calls leave; 0 for no limit.</source>
        <translation>Wordt het logboek groter, dan gaan de oudste aanroepen eruit; 0 voor geen grens.</translation>
    </message>
    <message>
        <source>What is refused beyond this is counted and not stored, so that it cannot fill the disk.</source>
        <translation>Wat daarboven wordt geweigerd, wordt geteld en niet opgeslagen, zodat het de schijf niet kan vullen.</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>bytes</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>seconden</translation>
    </message>
    <message>
        <source>days</source>
        <translation>dagen</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>per minuut</translation>
    </message>
    <message>
        <source>This takes a whole number from %1 to %2.</source>
        <translation>Vul een geheel getal in van %1 tot en met %2.</translation>
    </message>
    <message>
        <source>This takes an IP address, such as 127.0.0.1 or ::1.</source>
        <translation>Vul een IP-adres in, zoals 127.0.0.1 of ::1.</translation>
    </message>
    <message>
        <source>This takes IP addresses separated by commas, or nothing.</source>
        <translation>Vul IP-adressen in, gescheiden door komma&apos;s, of niets.</translation>
    </message>
    <message>
        <source>This takes the name of a time zone, such as Europe/Amsterdam or UTC.</source>
        <translation>Vul de naam van een tijdzone in, zoals Europe/Amsterdam of UTC.</translation>
    </message>
    <message>
        <source>This value cannot be used.</source>
        <translation>Deze waarde kan niet worden gebruikt.</translation>
    </message>
    <message>
        <source>A change shows when the window opens anew.</source>
        <translation>Een wijziging is te zien als het venster opnieuw opent.</translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <source>just now</source>
        <translation>zojuist</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 s geleden</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 min geleden</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 u geleden</translation>
    </message>
    <message>
        <source>%1 · not linked</source>
        <translation>%1 · niet gekoppeld</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>medewerker</translation>
    </message>
    <message>
        <source>team</source>
        <translation>team</translation>
    </message>
    <message>
        <source>product</source>
        <translation>product</translation>
    </message>
    <message>
        <source>activities</source>
        <translation>activiteiten</translation>
    </message>
    <message>
        <source>sales</source>
        <translation>verkopen</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>nog %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>nog %1 min</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>nog %1 uur</translation>
    </message>
</context>
<context>
    <name>salesdesk::ActivityTableModel</name>
    <message>
        <source>Moment</source>
        <translation>Tijdstip</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Medewerker</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Waarde</translation>
    </message>
    <message>
        <source>Contact key</source>
        <translation>Contactsleutel</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Aanbieder</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Aangemaakt</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Laatst gewijzigd</translation>
    </message>
</context>
<context>
    <name>salesdesk::Banner</name>
    <message>
        <source>Hide this message</source>
        <translation>Deze melding verbergen</translation>
    </message>
</context>
<context>
    <name>salesdesk::BulkDialog</name>
    <message>
        <source>Accept Suggestions</source>
        <translation>Voorstellen accepteren</translation>
    </message>
    <message>
        <source>Create and Link</source>
        <translation>Aanmaken en koppelen</translation>
    </message>
    <message>
        <source>Least &amp;score</source>
        <translation>Laagste &amp;score</translation>
    </message>
    <message>
        <source>+ and − change it, Space leaves a row out</source>
        <translation>+ en − wijzigen deze, Spatie slaat een rij over</translation>
    </message>
    <message>
        <source>What will be decided</source>
        <translation>Wat wordt besloten</translation>
    </message>
    <message>
        <source>Left out for another candidate close by: %1.</source>
        <translation>Overgeslagen wegens een tweede goede kandidaat: %1.</translation>
    </message>
    <message>
        <source>Left out for resembling somebody: %1.</source>
        <translation>Overgeslagen wegens gelijkenis met iemand: %1.</translation>
    </message>
    <message>
        <source>Left out for a name such as &quot;test&quot;: %1.</source>
        <translation>Overgeslagen wegens een naam als &quot;test&quot;: %1.</translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation>%1 accepteren</translation>
    </message>
    <message>
        <source>Create for %1</source>
        <translation>Aanmaken voor %1</translation>
    </message>
    <message>
        <source>1 identity is linked. What counts then: %1.</source>
        <translation>1 identiteit wordt gekoppeld. Wat dan meetelt: %1.</translation>
    </message>
    <message>
        <source>%1 identities are linked to %2 of yours. What counts then: %3.</source>
        <translation>%1 identiteiten worden gekoppeld aan %2 van uw eigen medewerkers, teams of producten. Wat dan meetelt: %3.</translation>
    </message>
    <message>
        <source>1 identity has no likely candidate. It is created and linked. What counts then: %1.</source>
        <translation>1 identiteit heeft geen waarschijnlijke kandidaat. Die wordt aangemaakt en gekoppeld. Wat dan meetelt: %1.</translation>
    </message>
    <message>
        <source>%1 identities have no likely candidate. Each is created and linked; where different providers have one name, one is made for them. What counts then: %2.</source>
        <translation>%1 identiteiten hebben geen waarschijnlijke kandidaat. Elk wordt aangemaakt en gekoppeld; gebruiken meer aanbieders dezelfde naam, dan wordt er één aangemaakt. Wat dan meetelt: %2.</translation>
    </message>
    <message>
        <source>Space leaves a row out</source>
        <translation>Spatie slaat een rij over</translation>
    </message>
</context>
<context>
    <name>salesdesk::BulkTableModel</name>
    <message>
        <source>resembles %1, %2</source>
        <translation>lijkt op %1, %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wordt</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Aanbieder</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wacht</translation>
    </message>
    <message>
        <source>resembles %1, who has %2 already</source>
        <translation>lijkt op %1, die al %2 heeft</translation>
    </message>
</context>
<context>
    <name>salesdesk::CallActions</name>
    <message>
        <source>&amp;Copy Cell</source>
        <translation>&amp;Cel kopiëren</translation>
    </message>
    <message>
        <source>Copy &amp;Body</source>
        <translation>&amp;Inhoud kopiëren</translation>
    </message>
    <message>
        <source>Copy as c&amp;url</source>
        <translation>Kopiëren als c&amp;url</translation>
    </message>
    <message>
        <source>Copy as curl with &amp;Key</source>
        <translation>Kopiëren als curl met &amp;sleutel</translation>
    </message>
    <message>
        <source>&amp;Edit and Dry-Run…</source>
        <translation>&amp;Bewerken en proefdraaien…</translation>
    </message>
    <message>
        <source>&amp;Replay Chosen…</source>
        <translation>&amp;Gekozene opnieuw verwerken…</translation>
    </message>
    <message>
        <source>Replay &amp;All Listed…</source>
        <translation>&amp;Hele lijst opnieuw verwerken…</translation>
    </message>
    <message>
        <source>&amp;CSV…</source>
        <translation>&amp;CSV…</translation>
    </message>
    <message>
        <source>&amp;JSON Lines…</source>
        <translation>&amp;JSON Lines…</translation>
    </message>
    <message>
        <source>&amp;HAR 1.2…</source>
        <translation>&amp;HAR 1.2…</translation>
    </message>
    <message>
        <source>The cell is copied.</source>
        <translation>De cel is gekopieerd.</translation>
    </message>
    <message>
        <source>The first 64 KiB of the body are copied: the log has no more of it.</source>
        <translation>De eerste 64 KiB van de inhoud zijn gekopieerd: meer bewaart het logboek niet.</translation>
    </message>
    <message>
        <source>The body is copied.</source>
        <translation>De inhoud is gekopieerd.</translation>
    </message>
    <message>
        <source>%1 has no active key. Make one on the Providers screen.</source>
        <translation>%1 heeft geen actieve sleutel. Maak er een op het scherm Aanbieders.</translation>
    </message>
    <message>
        <source>The curl command is copied, with the provider&apos;s key in it.</source>
        <translation>De curl-opdracht is gekopieerd, met de sleutel van de aanbieder erin.</translation>
    </message>
    <message>
        <source>The curl command is copied, without the key.</source>
        <translation>De curl-opdracht is gekopieerd, zonder de sleutel.</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>aanroepen</translation>
    </message>
</context>
<context>
    <name>salesdesk::CallChart</name>
    <message>
        <source>Calls over time</source>
        <translation>Aanroepen in de tijd</translation>
    </message>
    <message>
        <source>%1. Shift with the arrow keys and Return zoom in, an arrow key and Return show the calls of a bar, Escape shows all again.</source>
        <translation>%1. Shift met de pijltoetsen en Enter zoomt in, een pijltoets en Enter toont de aanroepen van een staaf, Escape toont alles weer.</translation>
    </message>
    <message>
        <source>%1 accepted, %2 refused, %3 failed</source>
        <translation>%1 aangenomen, %2 geweigerd, %3 mislukt</translation>
    </message>
    <message>
        <source>%1 to %2
%3
A click shows these calls, dragging zooms in.</source>
        <translation>%1 tot %2
%3
Een klik toont deze aanroepen, slepen zoomt in.</translation>
    </message>
    <message>
        <source>%1 to %2
%3</source>
        <translation>%1 tot %2
%3</translation>
    </message>
</context>
<context>
    <name>salesdesk::CallComparison</name>
    <message>
        <source>Difference of two calls</source>
        <translation>Verschil tussen twee aanroepen</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Veld</translation>
    </message>
    <message>
        <source>Difference of the bodies</source>
        <translation>Verschil tussen de inhoud</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Aanroep %1</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Verzoek</translation>
    </message>
    <message>
        <source>These calls are alike.</source>
        <translation>Deze aanroepen zijn gelijk.</translation>
    </message>
</context>
<context>
    <name>salesdesk::CallDetailsPane</name>
    <message>
        <source>This call changed nothing.</source>
        <translation>Deze aanroep heeft niets gewijzigd.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Uitkomst</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Verzoek</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Headers</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>The log keeps the first 64 KiB.</source>
        <translation>Het logboek bewaart de eerste 64 KiB.</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelezen</translation>
    </message>
    <message>
        <source>not one of ours: kept here, otherwise ignored</source>
        <translation>niet van ons: hier bewaard, verder genegeerd</translation>
    </message>
    <message>
        <source>The clocks skip this time: it was moved forward by the gap.</source>
        <translation>De klok slaat deze tijd over: hij is met het verschil vooruitgezet.</translation>
    </message>
    <message>
        <source>This time comes twice that day: the first was taken.</source>
        <translation>Deze tijd komt die dag twee keer voor: de eerste is genomen.</translation>
    </message>
    <message>
        <source>A day without a time: read as 06:00.</source>
        <translation>Een dag zonder tijd: gelezen als 06:00.</translation>
    </message>
    <message>
        <source>Show the record</source>
        <translation>Het record tonen</translation>
    </message>
    <message>
        <source>Show the agent&apos;s external identity</source>
        <translation>De externe identiteit van de medewerker tonen</translation>
    </message>
    <message>
        <source>Show the provider</source>
        <translation>De aanbieder tonen</translation>
    </message>
    <message>
        <source>Show the call that this one replays</source>
        <translation>De aanroep tonen die hier opnieuw is verwerkt</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Waarde</translation>
    </message>
    <message>
        <source>Record before and after</source>
        <translation>Record voor en na</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Veld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Voor</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Na</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Verschil</translation>
    </message>
    <message>
        <source>Outcome by field</source>
        <translation>Uitkomst per veld</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Verzonden</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhoud</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>Zoals ontvangen</translation>
    </message>
    <message>
        <source>Would be %1</source>
        <translation>Antwoord zou zijn: %1</translation>
    </message>
    <message>
        <source>Call %1  ·  %2</source>
        <translation>Aanroep %1  ·  %2</translation>
    </message>
    <message>
        <source>The record was created.</source>
        <translation>Het record is aangemaakt.</translation>
    </message>
    <message>
        <source>The record was as it is now already.</source>
        <translation>Het record was al zoals het nu is.</translation>
    </message>
    <message>
        <source>The record was updated.</source>
        <translation>Het record is bijgewerkt.</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Ontvangen</translation>
    </message>
    <message>
        <source>%1, answered in %2</source>
        <translation>%1, beantwoord in %2</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Afzender</translation>
    </message>
    <message>
        <source>%1, with the key &quot;%2&quot;</source>
        <translation>%1, met de sleutel &quot;%2&quot;</translation>
    </message>
    <message>
        <source>Time as sent</source>
        <translation>Tijd zoals verzonden</translation>
    </message>
    <message>
        <source>As read</source>
        <translation>Zoals gelezen</translation>
    </message>
    <message>
        <source>In UTC</source>
        <translation>In UTC</translation>
    </message>
    <message>
        <source>Mind</source>
        <translation>Let op</translation>
    </message>
    <message>
        <source>Activity %1</source>
        <translation>Activiteit %1</translation>
    </message>
    <message>
        <source>Sale %1</source>
        <translation>Verkoop %1</translation>
    </message>
    <message>
        <source>Agent %1</source>
        <translation>Medewerker %1</translation>
    </message>
    <message>
        <source>Replay of call %1</source>
        <translation>Herhaling van aanroep %1</translation>
    </message>
    <message>
        <source>Calls %1 and %2</source>
        <translation>Aanroepen %1 en %2</translation>
    </message>
</context>
<context>
    <name>salesdesk::CallLogPage</name>
    <message>
        <source>Call Log</source>
        <translation>Logboek</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aanroepen</translation>
    </message>
    <message>
        <source>Every call to a provider&apos;s webhook appears here, refused ones too, as it comes in.</source>
        <translation>Elke aanroep van een webhook verschijnt hier zodra hij binnenkomt, ook als hij is geweigerd.</translation>
    </message>
    <message>
        <source>No call fits this filter.</source>
        <translation>Geen aanroep past bij dit filter.</translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation>Filter wissen</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Opnieuw verwerken</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fouten</translation>
    </message>
    <message>
        <source>Choose a call to see all of it, or two to compare them.</source>
        <translation>Kies een aanroep om alles ervan te zien, of twee om ze te vergelijken.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Mislukt</translation>
    </message>
    <message>
        <source>Last Hour</source>
        <translation>Laatste uur</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Activiteiten</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Verkopen</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Samenvouwen</translation>
    </message>
    <message>
        <source>Show refusals with the same cause that follow each other as one row (%1)</source>
        <translation>Opeenvolgende weigeringen met dezelfde oorzaak als één rij tonen (%1)</translation>
    </message>
    <message>
        <source>The index of bodies is catching up: %1 calls are searched without it, which takes longer.</source>
        <translation>De index van inhoud loopt nog achter: %1 aanroepen worden zonder index doorzocht, en dat duurt langer.</translation>
    </message>
    <message>
        <source>Filter, such as  status:4xx  since:2h</source>
        <translation>Filter, zoals  status:4xx  since:2h</translation>
    </message>
</context>
<context>
    <name>salesdesk::CallTableModel</name>
    <message>
        <source>Time</source>
        <translation>Tijd</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Aanbieder</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Eindpunt</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Agent ID</source>
        <translation>Medewerker-ID</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duur</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Grootte</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
</context>
<context>
    <name>salesdesk::CallTimeLine</name>
    <message>
        <source>Calls over time</source>
        <translation>Aanroepen in de tijd</translation>
    </message>
    <message>
        <source>No calls</source>
        <translation>Geen aanroepen</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aangenomen</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>geweigerd</translation>
    </message>
    <message>
        <source>%1. Shift with the arrow keys chooses a stretch of time, Return shows its calls.</source>
        <translation>%1. Shift met de pijltoetsen kiest een periode, Enter toont de aanroepen ervan.</translation>
    </message>
    <message>
        <source>%1 accepted, %2 refused, %3 failed</source>
        <translation>%1 aangenomen, %2 geweigerd, %3 mislukt</translation>
    </message>
    <message>
        <source>%1 to %2:  %3</source>
        <translation>%1 tot %2:  %3</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>mislukt</translation>
    </message>
    <message>
        <source>%1 to %2
%3
Drag to see the calls of a stretch of time</source>
        <translation>%1 tot %2
%3
Sleep om de aanroepen van een periode te zien</translation>
    </message>
</context>
<context>
    <name>salesdesk::CallWork</name>
    <message>
        <source>1 call</source>
        <translation>1 aanroep</translation>
    </message>
    <message>
        <source>%1 calls</source>
        <translation>%1 aanroepen</translation>
    </message>
    <message>
        <source>Wait until the work under way is done, or cancel it first.</source>
        <translation>Wacht tot het lopende werk klaar is, of breek het eerst af.</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Opnieuw verwerken</translation>
    </message>
    <message>
        <source>Replay %1?</source>
        <translation>%1 opnieuw verwerken?</translation>
    </message>
    <message>
        <source>Each is processed again as it was sent, the oldest first, and is logged as a new call. A record is updated to what the replayed call says of it.</source>
        <translation>Elke aanroep wordt opnieuw verwerkt zoals hij is verzonden, de oudste eerst, en komt als nieuwe aanroep in het logboek. Een record wordt bijgewerkt naar wat de herhaalde aanroep erover zegt.</translation>
    </message>
    <message>
        <source>Replay %1</source>
        <translation>%1 opnieuw verwerken</translation>
    </message>
    <message>
        <source>Looking for the calls</source>
        <translation>Aanroepen worden gezocht</translation>
    </message>
    <message>
        <source>There is no call to replay.</source>
        <translation>Er is geen aanroep om opnieuw te verwerken.</translation>
    </message>
    <message>
        <source>Replaying</source>
        <translation>Opnieuw verwerken</translation>
    </message>
    <message>
        <source>Stopped after %1 of %2 calls.</source>
        <translation>Gestopt na %1 van %2 aanroepen.</translation>
    </message>
    <message>
        <source>Replayed: %1.</source>
        <translation>Opnieuw verwerkt: %1.</translation>
    </message>
    <message>
        <source>Stored: %1.</source>
        <translation>Opgeslagen: %1.</translation>
    </message>
    <message>
        <source>Refused again: %1.</source>
        <translation>Weer geweigerd: %1.</translation>
    </message>
    <message>
        <source>Not possible: %1. %2</source>
        <translation>Niet mogelijk: %1. %2</translation>
    </message>
</context>
<context>
    <name>salesdesk::CopyField</name>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopiëren: %1</translation>
    </message>
</context>
<context>
    <name>salesdesk::DataPane</name>
    <message>
        <source>In the file master.key in the data folder. Keep a copy of it with your backups: without it, keys work but cannot be shown.</source>
        <translation>In het bestand master.key in de gegevensmap. Bewaar er een kopie van bij uw back-ups: zonder dit bestand werken sleutels wel, maar kunnen ze niet worden getoond.</translation>
    </message>
    <message>
        <source>In the desktop&apos;s keychain. On another computer, keys work but cannot be shown.</source>
        <translation>In de sleutelhanger van het bureaublad. Op een andere computer werken sleutels wel, maar kunnen ze niet worden getoond.</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Gegevensmap</translation>
    </message>
    <message>
        <source>Master key</source>
        <translation>Hoofdsleutel</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Back-up</translation>
    </message>
    <message>
        <source>Back Up…</source>
        <translation>Back-up maken…</translation>
    </message>
    <message>
        <source>A consistent copy of the database, made and verified while calls come in.</source>
        <translation>Een samenhangende kopie van de database, gemaakt en gecontroleerd terwijl aanroepen binnenkomen.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Controleren</translation>
    </message>
    <message>
        <source>Reads the whole database, and compares counts and sums with the records.</source>
        <translation>Leest de hele database en vergelijkt aantallen en sommen met de records.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Terugzetten</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Terugzetten…</translation>
    </message>
    <message>
        <source>Puts a backup in the database&apos;s place. What is there now is kept beside it.</source>
        <translation>Zet een back-up op de plaats van de database. Wat er nu staat, blijft ernaast bewaard.</translation>
    </message>
    <message>
        <source>Back Up</source>
        <translation>Back-up maken</translation>
    </message>
    <message>
        <source>Databases (*.db)</source>
        <translation>Databases (*.db)</translation>
    </message>
    <message>
        <source>The backup is being made and verified.</source>
        <translation>De back-up wordt gemaakt en gecontroleerd.</translation>
    </message>
    <message>
        <source>The backup %1 is made and verified: %2.</source>
        <translation>De back-up %1 is gemaakt en gecontroleerd: %2.</translation>
    </message>
    <message>
        <source>The database is being checked.</source>
        <translation>De database wordt gecontroleerd.</translation>
    </message>
    <message>
        <source>The database is sound.</source>
        <translation>De database is in orde.</translation>
    </message>
    <message numerus="yes">
        <source>The database is not sound. Restore a backup. %n problem(s): %1</source>
        <translation>
            <numerusform>De database is niet in orde. Zet een back-up terug. %n probleem: %1</numerusform>
            <numerusform>De database is niet in orde. Zet een back-up terug. %n problemen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Databases (*.db);;All files (*)</source>
        <translation>Databases (*.db);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Put %1 in the place of the database? The receiver stops for a moment, and what came in after that backup is not in it. The present database is kept as salesdesk.db.before-restore.</source>
        <translation>%1 op de plaats van de database zetten? De ontvanger stopt even, en wat na die back-up binnenkwam zit er niet in. De huidige database blijft bewaard als salesdesk.db.before-restore.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Geannuleerd. Er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>The backup is being verified and copied.</source>
        <translation>De back-up wordt gecontroleerd en gekopieerd.</translation>
    </message>
</context>
<context>
    <name>salesdesk::EntitiesPage</name>
    <message>
        <source>Agents</source>
        <translation>Medewerkers</translation>
    </message>
    <message>
        <source>New Agent</source>
        <translation>Nieuw</translation>
    </message>
    <message>
        <source>Agents are the people whose activities and sales come in. Create one, or create it from an unlinked identity.</source>
        <translation>Medewerkers zijn de mensen van wie activiteiten en verkopen binnenkomen. Maak er een aan, of doe dat vanuit een identiteit die wacht.</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>New Team</source>
        <translation>Nieuw team</translation>
    </message>
    <message>
        <source>Teams group agents. Create one, or create it from an unlinked identity.</source>
        <translation>Teams groeperen medewerkers. Maak er een aan, of doe dat vanuit een identiteit die wacht.</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Producten</translation>
    </message>
    <message>
        <source>New Product</source>
        <translation>Nieuw product</translation>
    </message>
    <message>
        <source>Products are what is sold. Create one, or create it from an unlinked identity.</source>
        <translation>Producten zijn wat er wordt verkocht. Maak er een aan, of doe dat vanuit een identiteit die wacht.</translation>
    </message>
    <message>
        <source>1 identity</source>
        <translation>1 identiteit</translation>
    </message>
    <message>
        <source>%1 identities</source>
        <translation>%1 identiteiten</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Wijzigen…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Samenvoegen…</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Deactiveren</translation>
    </message>
    <message>
        <source>Part of a name or e-mail address</source>
        <translation>Deel van een naam of e-mailadres</translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation>Deel van een naam</translation>
    </message>
    <message>
        <source>Nothing fits this filter.</source>
        <translation>Niets past bij dit filter.</translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation>Filter wissen</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Activeren</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>%1 is opgeslagen.</translation>
    </message>
    <message>
        <source>%1 is created.</source>
        <translation>%1 is aangemaakt.</translation>
    </message>
    <message>
        <source>%1 is active again.</source>
        <translation>%1 is weer actief.</translation>
    </message>
    <message>
        <source>%1 is inactive: it is no longer suggested, its records stay.</source>
        <translation>%1 is inactief: er komt geen voorstel meer voor, de records blijven.</translation>
    </message>
    <message>
        <source>Which one is &quot;%1&quot; a duplicate of? Its %2 go over to it. It becomes inactive; nothing is deleted, and it can be undone.</source>
        <translation>Van welke is &quot;%1&quot; een duplicaat? De koppelingen (%2) gaan daarheen. Het duplicaat wordt inactief; er wordt niets verwijderd en u kunt het ongedaan maken.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Samenvoegen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>%1 is merged into %2.</source>
        <translation>%1 is samengevoegd met %2.</translation>
    </message>
</context>
<context>
    <name>salesdesk::EntityChooser</name>
    <message>
        <source>Type a part of the name</source>
        <translation>Typ een deel van de naam</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
</context>
<context>
    <name>salesdesk::EntityDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>%1 bewerken</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>Nieuw: %1</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Naam</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Niet verplicht</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>&amp;E-mail</translation>
    </message>
    <message>
        <source>No team</source>
        <translation>Geen team</translation>
    </message>
    <message>
        <source>Tea&amp;m</source>
        <translation>Tea&amp;m</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Aanmaken</translation>
    </message>
</context>
<context>
    <name>salesdesk::EntityTableModel</name>
    <message>
        <source>merged into %1</source>
        <translation>samengevoegd met %1</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inactief</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Identities</source>
        <translation>Identiteiten</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Waarde</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>salesdesk::ExportFile</name>
    <message>
        <source>it is no file</source>
        <translation>het is geen bestand</translation>
    </message>
</context>
<context>
    <name>salesdesk::ExportWork</name>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>HTTP Archive (*.har)</source>
        <translation>HTTP Archive (*.har)</translation>
    </message>
    <message>
        <source>Export What Is Listed</source>
        <translation>Exporteren wat in de lijst staat</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>The export was cancelled. No file was left.</source>
        <translation>De export is afgebroken. Er is geen bestand achtergebleven.</translation>
    </message>
    <message>
        <source>%1 exported to %2.</source>
        <translation>%1 geëxporteerd naar %2.</translation>
    </message>
</context>
<context>
    <name>salesdesk::FailureTableModel</name>
    <message>
        <source>Cause</source>
        <translation>Oorzaak</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Aanbieder</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aanroepen</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sinds</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Laatste</translation>
    </message>
</context>
<context>
    <name>salesdesk::FailuresPane</name>
    <message>
        <source>Name, &amp;Link and Replay</source>
        <translation>Benoemen, &amp;koppelen en opnieuw verwerken</translation>
    </message>
    <message>
        <source>Re&amp;play These</source>
        <translation>&amp;Deze opnieuw verwerken</translation>
    </message>
    <message>
        <source>&amp;Show the Calls</source>
        <translation>Aanroepen &amp;tonen</translation>
    </message>
    <message>
        <source>Failures by cause</source>
        <translation>Fouten per oorzaak</translation>
    </message>
    <message>
        <source>No call failed, or all that did were stored when they were replayed.</source>
        <translation>Er is geen aanroep mislukt, of alle mislukte zijn opgeslagen toen ze opnieuw werden verwerkt.</translation>
    </message>
    <message>
        <source>1 call of %1 failed for this, on %2.</source>
        <translation>1 aanroep van %1 is hierdoor mislukt, op %2.</translation>
    </message>
    <message>
        <source>%1 calls of %2 failed for this since %3, the last one on %4.</source>
        <translation>%1 aanroepen van %2 zijn hierdoor mislukt sinds %3, de laatste op %4.</translation>
    </message>
    <message>
        <source>Re&amp;play This Call</source>
        <translation>&amp;Deze aanroep opnieuw verwerken</translation>
    </message>
    <message>
        <source>Re&amp;play These %1 Calls</source>
        <translation>&amp;Deze %1 aanroepen opnieuw verwerken</translation>
    </message>
    <message>
        <source>Name of %1</source>
        <translation>Naam van %1</translation>
    </message>
    <message>
        <source>Who is it?</source>
        <translation>Wie is het?</translation>
    </message>
    <message>
        <source>All that these calls name is known by now. Replay them.</source>
        <translation>Alles wat deze aanroepen noemen, is inmiddels bekend. Verwerk ze opnieuw.</translation>
    </message>
    <message>
        <source>Say who is meant: choose one of yours, or type a new name. It is linked, and the calls are replayed.</source>
        <translation>Zeg wie er is bedoeld: kies een bestaande naam, of typ een nieuwe. Die wordt gekoppeld, en de aanroepen worden opnieuw verwerkt.</translation>
    </message>
    <message>
        <source>is linked to it</source>
        <translation>wordt eraan gekoppeld</translation>
    </message>
    <message>
        <source>is created, and linked</source>
        <translation>wordt gemaakt en gekoppeld</translation>
    </message>
</context>
<context>
    <name>salesdesk::FilterAssistant</name>
    <message>
        <source>Saved</source>
        <translation>Bewaard</translation>
    </message>
    <message>
        <source>Saved and recent filters</source>
        <translation>Bewaarde en recente filters</translation>
    </message>
    <message>
        <source>This filter can be read</source>
        <translation>Dit filter is leesbaar</translation>
    </message>
    <message>
        <source>Save This Filter…</source>
        <translation>Dit filter bewaren…</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recent</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Save Filter</source>
        <translation>Filter bewaren</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
</context>
<context>
    <name>salesdesk::FinderDialog</name>
    <message>
        <source>Screen</source>
        <translation>Scherm</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Aanbieder</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Medewerker</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identiteit</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activiteit</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Verkoop</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aanroep</translation>
    </message>
    <message>
        <source>Go to Anything</source>
        <translation>Ga naar</translation>
    </message>
    <message>
        <source>What to find</source>
        <translation>Wat u zoekt</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Wat is gevonden</translation>
    </message>
    <message>
        <source>Up and down choose, Enter goes there. More letters find less.</source>
        <translation>Omhoog en omlaag kiest, Enter gaat erheen. Meer letters vinden minder.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>en nog %Ln</numerusform>
            <numerusform>en nog %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>A name, an ID or a number</source>
        <translation>Een naam, een ID of een nummer</translation>
    </message>
    <message>
        <source>Finds screens, providers, agents, teams, products, identities, records by their ID and calls by their number.</source>
        <translation>Vindt schermen, aanbieders, medewerkers, teams, producten, identiteiten, records op hun ID en aanroepen op hun nummer.</translation>
    </message>
    <message>
        <source>Nothing has this in its name or ID.</source>
        <translation>Niets heeft dit in zijn naam of ID.</translation>
    </message>
</context>
<context>
    <name>salesdesk::FirstSteps</name>
    <message>
        <source>First Steps</source>
        <translation>Eerste stappen</translation>
    </message>
    <message>
        <source>Make a provider for the system that will send calls. It gets its webhook URLs and an API key.</source>
        <translation>Maak een aanbieder voor het systeem dat aanroepen gaat sturen. Die krijgt webhook-URL&apos;s en een API-sleutel.</translation>
    </message>
    <message>
        <source>New Provider…</source>
        <translation>Nieuwe aanbieder…</translation>
    </message>
    <message>
        <source>Send a test call, or copy the example of the provider&apos;s page into the other system. It is shown there as soon as it comes in.</source>
        <translation>Stuur een testaanroep, of neem het voorbeeld van de pagina van de aanbieder over in het andere systeem. De aanroep verschijnt daar zodra hij binnenkomt.</translation>
    </message>
    <message>
        <source>Send a Test Call</source>
        <translation>Testaanroep versturen</translation>
    </message>
    <message>
        <source>Link the agent, team or product that came with it to your own, so that its records count for somebody.</source>
        <translation>Koppel de medewerker, het team of het product dat meekwam aan die van uzelf, zodat de records voor iemand tellen.</translation>
    </message>
    <message>
        <source>Open the Queue</source>
        <translation>Wachtrij openen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>salesdesk::GuideWindow</name>
    <message>
        <source>SalesDesk Guide</source>
        <translation>Handleiding van SalesDesk</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Hoofdstukken</translation>
    </message>
</context>
<context>
    <name>salesdesk::HistoryDialog</name>
    <message>
        <source>History of Decisions</source>
        <translation>Geschiedenis van besluiten</translation>
    </message>
    <message>
        <source>Decisions, the newest first</source>
        <translation>Besluiten, de nieuwste eerst</translation>
    </message>
    <message>
        <source>What is decided on identities appears here.</source>
        <translation>Wat over identiteiten wordt besloten, verschijnt hier.</translation>
    </message>
    <message>
        <source>Undo This</source>
        <translation>Dit ongedaan maken</translation>
    </message>
    <message>
        <source>Do This Again</source>
        <translation>Dit opnieuw doen</translation>
    </message>
    <message>
        <source>Undo This (Z)</source>
        <translation>Dit ongedaan maken (Z)</translation>
    </message>
    <message>
        <source>Do This Again (Y)</source>
        <translation>Dit opnieuw doen (Y)</translation>
    </message>
    <message>
        <source>All decisions of the chosen step</source>
        <translation>Alle besluiten van de gekozen stap</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>en nog %1</translation>
    </message>
</context>
<context>
    <name>salesdesk::HistoryTableModel</name>
    <message>
        <source>undone by %1</source>
        <translation>ongedaan gemaakt door %1</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Door</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Omdat</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>salesdesk::IdentitiesPage</name>
    <message>
        <source>Identities</source>
        <translation>Identiteiten</translation>
    </message>
    <message>
        <source>Name, ID or e-mail address</source>
        <translation>Naam, ID of e-mailadres</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Gekoppeld</translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation>In conflict</translation>
    </message>
    <message>
        <source>Unlinked</source>
        <translation>Te koppelen</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Genegeerd</translation>
    </message>
    <message>
        <source>External identities</source>
        <translation>Externe identiteiten</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Geschiedenis…</translation>
    </message>
    <message>
        <source>Link or Relink…</source>
        <translation>Koppelen…</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>Loskoppelen</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Negeren</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw doen</translation>
    </message>
    <message>
        <source>Stop Ignoring</source>
        <translation>Niet meer negeren</translation>
    </message>
    <message>
        <source>No agent has two differently named IDs of one provider.</source>
        <translation>Geen medewerker heeft twee ID&apos;s van één aanbieder met verschillende namen.</translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation>Filter wissen</translation>
    </message>
    <message>
        <source>Nothing fits this filter.</source>
        <translation>Niets past bij dit filter.</translation>
    </message>
    <message>
        <source>Agents, teams and products that providers name in their calls appear here.</source>
        <translation>Medewerkers, teams en producten die aanbieders in hun aanroepen noemen, verschijnen hier.</translation>
    </message>
    <message>
        <source>Which %1 is &quot;%2&quot; of %3?</source>
        <translation>Wie of wat is %1 &quot;%2&quot; van %3?</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Koppelen</translation>
    </message>
    <message>
        <source>%1 is ignored.</source>
        <translation>%1 wordt genegeerd.</translation>
    </message>
    <message>
        <source>%1 is no longer ignored.</source>
        <translation>%1 wordt niet meer genegeerd.</translation>
    </message>
</context>
<context>
    <name>salesdesk::IdentityFilterBar</name>
    <message>
        <source>Provider</source>
        <translation>Aanbieder</translation>
    </message>
    <message>
        <source>All providers</source>
        <translation>Alle aanbieders</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle soorten</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Medewerkers</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Producten</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>salesdesk::IdentityPane</name>
    <message>
        <source>%1, ID %2</source>
        <translation>%1, ID %2</translation>
    </message>
    <message>
        <source>%1 waiting. First seen %2, last %3.</source>
        <translation>%1 wachten. Eerst gezien %2, laatst %3.</translation>
    </message>
    <message>
        <source>Nobody you have resembles it. Create one, or type to search.</source>
        <translation>Er is niets dat hierop lijkt. Maak het aan, of typ om te zoeken.</translation>
    </message>
    <message>
        <source>It may be</source>
        <translation>Mogelijk is dit</translation>
    </message>
    <message>
        <source>Link to %1 (%2)</source>
        <translation>Koppelen aan %1 (%2)</translation>
    </message>
</context>
<context>
    <name>salesdesk::IdentityTableModel</name>
    <message>
        <source>%1, in conflict</source>
        <translation>%1, in conflict</translation>
    </message>
    <message>
        <source>%1 has another ID of %2 under another name. One of the two may be somebody else.</source>
        <translation>%1 heeft nog een ID van %2 onder een andere naam. Een van de twee is misschien iemand anders.</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>genegeerd</translation>
    </message>
    <message>
        <source>not linked</source>
        <translation>niet gekoppeld</translation>
    </message>
    <message>
        <source>%1, another is close</source>
        <translation>%1, een ander komt dichtbij</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Aanbieder</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Waarde</translation>
    </message>
    <message>
        <source>Linked to</source>
        <translation>Gekoppeld aan</translation>
    </message>
    <message>
        <source>By and why</source>
        <translation>Door en waarom</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Voorstel</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Omdat</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Eerst gezien</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Laatst gezien</translation>
    </message>
</context>
<context>
    <name>salesdesk::ImportDialog</name>
    <message>
        <source>Line %1: link %2 to %3</source>
        <translation>Regel %1: %2 koppelen aan %3</translation>
    </message>
    <message>
        <source>Line %1: create %3 for %2</source>
        <translation>Regel %1: %3 aanmaken voor %2</translation>
    </message>
    <message>
        <source>Line %1: ignore %2</source>
        <translation>Regel %1: %2 negeren</translation>
    </message>
    <message>
        <source>Import Decisions</source>
        <translation>Besluiten importeren</translation>
    </message>
    <message>
        <source>No line decides anything.</source>
        <translation>Geen enkele regel besluit iets.</translation>
    </message>
    <message>
        <source>1 line decides something; it can be undone.</source>
        <translation>1 regel besluit iets; u kunt het ongedaan maken.</translation>
    </message>
    <message>
        <source>%1 lines decide something; they are one step, and can be undone as one.</source>
        <translation>%1 regels bevatten een besluit; samen zijn ze één stap, die u in één keer ongedaan kunt maken.</translation>
    </message>
    <message>
        <source>Undecided: %1.</source>
        <translation>Onbeslist: %1.</translation>
    </message>
    <message>
        <source>With an error, and left out: %1.</source>
        <translation>Overgeslagen wegens een fout: %1.</translation>
    </message>
    <message>
        <source>What the file says</source>
        <translation>Wat in het bestand staat</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Regel %1: %2</translation>
    </message>
    <message>
        <source>Decide on %1</source>
        <translation>%1 besluiten overnemen</translation>
    </message>
</context>
<context>
    <name>salesdesk::JsonView</name>
    <message>
        <source>Alt+Left folds, Alt+Right unfolds</source>
        <translation>Alt+Links vouwt samen, Alt+Rechts vouwt uit</translation>
    </message>
</context>
<context>
    <name>salesdesk::KeyBox</name>
    <message>
        <source>API keys</source>
        <translation>API-sleutels</translation>
    </message>
    <message>
        <source>This provider has no key: every call is refused.</source>
        <translation>Deze aanbieder heeft geen sleutel: elke aanroep wordt geweigerd.</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Tonen</translation>
    </message>
    <message>
        <source>Shows the chosen key for half a minute, here and in the example.</source>
        <translation>Toont de gekozen sleutel een halve minuut, hier en in het voorbeeld.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Copies the chosen key. After a minute it leaves the clipboard.</source>
        <translation>Kopieert de gekozen sleutel. Na een minuut gaat hij van het klembord.</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Intrekken…</translation>
    </message>
    <message>
        <source>Calls with the chosen key are refused from then on.</source>
        <translation>Aanroepen met de gekozen sleutel worden daarna geweigerd.</translation>
    </message>
    <message>
        <source>Add Key…</source>
        <translation>Nieuw…</translation>
    </message>
    <message>
        <source>A further key, valid beside the others: change the sender, then revoke the old one.</source>
        <translation>Een extra sleutel, geldig naast de andere: pas de afzender aan en trek dan de oude in.</translation>
    </message>
    <message>
        <source>This provider has no valid key: add one first.</source>
        <translation>Deze aanbieder heeft geen geldige sleutel: voeg er eerst een toe.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Add Key</source>
        <translation>Sleutel toevoegen</translation>
    </message>
    <message>
        <source>Label, to tell the keys apart</source>
        <translation>Label, om de sleutels uit elkaar te houden</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>The key %1 is added. Older ones stay valid until you revoke them.</source>
        <translation>De sleutel %1 is toegevoegd. Oudere blijven geldig tot u ze intrekt.</translation>
    </message>
    <message>
        <source>Revoke Key</source>
        <translation>Sleutel intrekken</translation>
    </message>
    <message>
        <source>Revoke the key &quot;%1&quot;? Calls that bear it are refused from then on. This cannot be undone.</source>
        <translation>De sleutel &quot;%1&quot; intrekken? Aanroepen met deze sleutel worden daarna geweigerd. Dit kan niet ongedaan worden gemaakt.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Intrekken</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-sleutel</translation>
    </message>
</context>
<context>
    <name>salesdesk::KeyTableModel</name>
    <message>
        <source>revoked</source>
        <translation>ingetrokken</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>geldig</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Sleutel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nooit</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Laatst gebruikt</translation>
    </message>
</context>
<context>
    <name>salesdesk::KitBox</name>
    <message>
        <source>Send Test Call</source>
        <translation>Testaanroep versturen</translation>
    </message>
    <message>
        <source>What the example sends</source>
        <translation>Wat het voorbeeld verstuurt</translation>
    </message>
    <message>
        <source>What is to send it</source>
        <translation>Waarmee het wordt verstuurd</translation>
    </message>
    <message>
        <source>Example request</source>
        <translation>Voorbeeldverzoek</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Sends a call over HTTP to this provider&apos;s webhook, as a sender would: the record “test”, which counts for nothing (%1).</source>
        <translation>Stuurt via HTTP een aanroep naar de webhook van deze aanbieder, zoals een afzender dat zou doen: het record “test”, dat nergens voor meetelt (%1).</translation>
    </message>
    <message>
        <source>An activity</source>
        <translation>Een activiteit</translation>
    </message>
    <message>
        <source>A sale</source>
        <translation>Een verkoop</translation>
    </message>
</context>
<context>
    <name>salesdesk::ListExport</name>
    <message>
        <source>%1 cannot be written: %2. Choose another place.</source>
        <translation>%1 kan niet worden geschreven: %2. Kies een andere plaats.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Nothing of it is kept.</source>
        <translation>%1 kan niet worden geschreven: %2. Er is niets van bewaard.</translation>
    </message>
</context>
<context>
    <name>salesdesk::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Bestand</translation>
    </message>
    <message>
        <source>&amp;New Provider…</source>
        <translation>&amp;Nieuwe aanbieder…</translation>
    </message>
    <message>
        <source>&amp;Back Up…</source>
        <translation>&amp;Back-up maken…</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>&amp;Terugzetten…</translation>
    </message>
    <message>
        <source>&amp;Check Database</source>
        <translation>Database &amp;controleren</translation>
    </message>
    <message>
        <source>Close to the &amp;Tray</source>
        <translation>Sluiten naar &amp;systeemvak</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Afsluiten</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Be&amp;werken</translation>
    </message>
    <message>
        <source>&amp;Go to Anything…</source>
        <translation>&amp;Ga naar…</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filteren</translation>
    </message>
    <message>
        <source>One Step &amp;Back</source>
        <translation>Eén stap &amp;terug</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Bee&amp;ld</translation>
    </message>
    <message>
        <source>&amp;Receiver</source>
        <translation>&amp;Ontvanger</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>St&amp;oppen</translation>
    </message>
    <message>
        <source>Send T&amp;est Call</source>
        <translation>T&amp;estaanroep versturen</translation>
    </message>
    <message>
        <source>&amp;Copy Address</source>
        <translation>Adres &amp;kopiëren</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Handleiding</translation>
    </message>
    <message>
        <source>&amp;About SalesDesk</source>
        <translation>&amp;Over SalesDesk</translation>
    </message>
    <message>
        <source>About SalesDesk</source>
        <translation>Over SalesDesk</translation>
    </message>
    <message>
        <source>SalesDesk %1, a webhook receiver and its administration. Qt %2. Free software under the GPL, version 3 or later.</source>
        <translation>SalesDesk %1, een webhookontvanger en het beheer ervan. Qt %2. Vrije software onder de GPL, versie 3 of later.</translation>
    </message>
    <message>
        <source>Use Another Port</source>
        <translation>Andere poort gebruiken</translation>
    </message>
    <message>
        <source>SalesDesk</source>
        <translation>SalesDesk</translation>
    </message>
    <message>
        <source>The database is restored. The one before is kept beside it as salesdesk.db.before-restore.</source>
        <translation>De database is teruggezet. De vorige staat ernaast als salesdesk.db.before-restore.</translation>
    </message>
    <message>
        <source>The database is not restored. %1</source>
        <translation>De database is niet teruggezet. %1</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Aanbieders</translation>
    </message>
    <message>
        <source>Call Log</source>
        <translation>Logboek</translation>
    </message>
    <message>
        <source>Unlinked</source>
        <translation>Te koppelen</translation>
    </message>
    <message>
        <source>Identities</source>
        <translation>Identiteiten</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Medewerkers</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Producten</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Activiteiten</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Verkopen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>A provider fell silent</source>
        <translation>Een aanbieder is stilgevallen</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overzicht</translation>
    </message>
</context>
<context>
    <name>salesdesk::MetricBox</name>
    <message>
        <source>their agents are not linked yet</source>
        <translation>hun medewerkers zijn nog niet gekoppeld</translation>
    </message>
    <message>
        <source>their teams are not linked yet, or their agents are on none</source>
        <translation>hun teams zijn nog niet gekoppeld, of hun medewerkers zitten in geen team</translation>
    </message>
    <message>
        <source>their products are not linked yet</source>
        <translation>hun producten zijn nog niet gekoppeld</translation>
    </message>
    <message>
        <source>Add Metric…</source>
        <translation>Meting toevoegen…</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metingen</translation>
    </message>
    <message>
        <source>A metric is a number of activities or sales, or what they are worth, by agent, team, product, type or day. Those you add are kept here.</source>
        <translation>Een meting is een aantal activiteiten of verkopen, of wat ze waard zijn, per medewerker, team, product, type of dag. Wat u toevoegt, blijft hier staan.</translation>
    </message>
    <message>
        <source>Nothing was counted in this period.</source>
        <translation>In deze periode is niets geteld.</translation>
    </message>
    <message>
        <source>Change or remove this metric</source>
        <translation>Deze meting wijzigen of verwijderen</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bewerken…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Verwijderen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>en nog %n</numerusform>
            <numerusform>en nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, worth %2</source>
        <translation>%1, ter waarde van %2</translation>
    </message>
    <message>
        <source>Not counted: %1. A click opens the queue.</source>
        <translation>Niet meegeteld: %1. Een klik opent de wachtrij.</translation>
    </message>
    <message>
        <source>The metric %1 is removed.</source>
        <translation>De meting %1 is verwijderd.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s) not counted</source>
        <translation>
            <numerusform>%Ln verkoop niet meegeteld</numerusform>
            <numerusform>%Ln verkopen niet meegeteld</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln activities not counted</source>
        <translation>
            <numerusform>%Ln activiteit niet meegeteld</numerusform>
            <numerusform>%Ln activiteiten niet meegeteld</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salesdesk::MetricDialog</name>
    <message>
        <source>by agent</source>
        <translation>per medewerker</translation>
    </message>
    <message>
        <source>by team</source>
        <translation>per team</translation>
    </message>
    <message>
        <source>by product</source>
        <translation>per product</translation>
    </message>
    <message>
        <source>by type</source>
        <translation>per type</translation>
    </message>
    <message>
        <source>by day</source>
        <translation>per dag</translation>
    </message>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>deze week</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>deze maand</translation>
    </message>
    <message>
        <source>this year</source>
        <translation>dit jaar</translation>
    </message>
    <message>
        <source>value of sales</source>
        <translation>waarde van verkopen</translation>
    </message>
    <message>
        <source>number of sales</source>
        <translation>aantal verkopen</translation>
    </message>
    <message>
        <source>value of activities</source>
        <translation>waarde van activiteiten</translation>
    </message>
    <message>
        <source>number of activities</source>
        <translation>aantal activiteiten</translation>
    </message>
    <message>
        <source>Edit Metric</source>
        <translation>Meting bewerken</translation>
    </message>
    <message>
        <source>New Metric</source>
        <translation>Nieuwe meting</translation>
    </message>
    <message>
        <source>For example: Demos planned</source>
        <translation>Bijvoorbeeld: geplande demo&apos;s</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Activiteiten</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Verkopen</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Aantal</translation>
    </message>
    <message>
        <source>Value in euros</source>
        <translation>Waarde in euro&apos;s</translation>
    </message>
    <message>
        <source>Without a type that is ticked, all types count. Sales that were cancelled do not count, nor do records that nobody is linked to yet.</source>
        <translation>Zonder aangevinkt type tellen alle typen. Geannuleerde verkopen tellen niet, en records waaraan nog niemand gekoppeld is ook niet.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Naam</translation>
    </message>
    <message>
        <source>&amp;Of</source>
        <translation>&amp;Van</translation>
    </message>
    <message>
        <source>&amp;Count</source>
        <translation>Te&amp;llen</translation>
    </message>
    <message>
        <source>&amp;Grouped</source>
        <translation>&amp;Gegroepeerd</translation>
    </message>
    <message>
        <source>&amp;Period</source>
        <translation>&amp;Periode</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Typ&amp;es</source>
        <translation>Typ&amp;en</translation>
    </message>
</context>
<context>
    <name>salesdesk::NewProviderDialog</name>
    <message>
        <source>New Provider</source>
        <translation>Nieuwe aanbieder</translation>
    </message>
    <message>
        <source>For example: Zapier webhooks</source>
        <translation>Bijvoorbeeld: Zapier webhooks</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>You get its webhook URLs and an API key next.</source>
        <translation>Daarna krijgt u de webhook-URL&apos;s en een API-sleutel.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Naam</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Aanmaken</translation>
    </message>
    <message>
        <source>Typ&amp;e</source>
        <translation>Typ&amp;e</translation>
    </message>
</context>
<context>
    <name>salesdesk::OverviewPage</name>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 u</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 dagen</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overzicht</translation>
    </message>
    <message>
        <source>A click shows these calls in the log.</source>
        <translation>Een klik toont deze aanroepen in het logboek.</translation>
    </message>
    <message>
        <source>No call was refused or failed today.</source>
        <translation>Vandaag is geen aanroep geweigerd of mislukt.</translation>
    </message>
    <message>
        <source>A click opens the queue.</source>
        <translation>Een klik opent de wachtrij.</translation>
    </message>
    <message>
        <source>There is no provider yet.</source>
        <translation>Er is nog geen aanbieder.</translation>
    </message>
    <message>
        <source>Failures Today</source>
        <translation>Vandaag geweigerd of mislukt</translation>
    </message>
    <message>
        <source>Waiting to Be Linked</source>
        <translation>Te koppelen</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Aanbieders</translation>
    </message>
    <message>
        <source>last accepted %1</source>
        <translation>laatst aangenomen %1</translation>
    </message>
    <message>
        <source>none accepted in 30 days</source>
        <translation>geen aangenomen in 30 dagen</translation>
    </message>
    <message>
        <source>Silent for %1. In the hours it calls in, it rarely pauses for more than %2.</source>
        <translation>Al %1 stil. In de uren waarin deze aanbieder aanroept, is een pauze zelden langer dan %2.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more cause(s)</source>
        <translation>
            <numerusform>en nog %n oorzaak</numerusform>
            <numerusform>en nog %n oorzaken</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything that came in is linked.</source>
        <translation>Alles wat binnenkwam is gekoppeld.</translation>
    </message>
    <message>
        <source>Nothing has come in yet.</source>
        <translation>Er is nog niets binnengekomen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation>
            <numerusform>%Ln medewerker</numerusform>
            <numerusform>%Ln medewerkers</numerusform>
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
            <numerusform>%Ln producten</numerusform>
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
    <name>salesdesk::Page</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter (%1)</source>
        <translation>Filter (%1)</translation>
    </message>
    <message>
        <source>%1+ in the first %2 %</source>
        <translation>%1+ in de eerste %2 %</translation>
    </message>
    <message>
        <source>Nothing in the newest %1 % of all yet; the search goes on.</source>
        <translation>Nog niets in de nieuwste %1 % van alles; het zoeken gaat door.</translation>
    </message>
</context>
<context>
    <name>salesdesk::ProviderListModel</name>
    <message>
        <source>archived</source>
        <translation>gearchiveerd</translation>
    </message>
    <message>
        <source>no calls yet</source>
        <translation>nog geen aanroepen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Last call</source>
        <translation>Laatste aanroep</translation>
    </message>
</context>
<context>
    <name>salesdesk::ProviderPane</name>
    <message>
        <source>Rename or archive</source>
        <translation>Hernoemen of archiveren</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Hernoemen…</translation>
    </message>
    <message>
        <source>Archive…</source>
        <translation>Archiveren…</translation>
    </message>
    <message>
        <source>Activities are switched off in Settings.</source>
        <translation>Activiteiten staan uit in Instellingen.</translation>
    </message>
    <message>
        <source>Sales are switched off in Settings.</source>
        <translation>Verkopen staan uit in Instellingen.</translation>
    </message>
    <message>
        <source>Create users from agent_email</source>
        <translation>Medewerkers aanmaken uit agent_email</translation>
    </message>
    <message>
        <source>Manage teams from agent_team_id</source>
        <translation>Teams beheren met agent_team_id</translation>
    </message>
    <message>
        <source>Most calls a minute</source>
        <translation>Hoogste aantal aanroepen per minuut</translation>
    </message>
    <message>
        <source>Any number of calls/min</source>
        <translation>Onbeperkt aantal aanroepen/min</translation>
    </message>
    <message>
        <source> calls/min at the most</source>
        <translation> aanroepen/min maximaal</translation>
    </message>
    <message>
        <source>Calls beyond this are answered with 429, which tells the sender when to try again.</source>
        <translation>Aanroepen daarboven krijgen antwoord 429, dat de afzender zegt wanneer hij het opnieuw kan proberen.</translation>
    </message>
    <message>
        <source>Activity webhook</source>
        <translation>Activiteiten</translation>
    </message>
    <message>
        <source>Sale webhook</source>
        <translation>Verkopen</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API-sleutels</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opties</translation>
    </message>
    <message>
        <source>Send from</source>
        <translation>Versturen vanuit</translation>
    </message>
    <message>
        <source>Open in Log</source>
        <translation>In logboek openen</translation>
    </message>
    <message>
        <source>Calls to this provider</source>
        <translation>Laatste aanroepen</translation>
    </message>
    <message>
        <source>No calls yet. Send one with the example above; it appears here at once.</source>
        <translation>Nog geen aanroepen. Verstuur er een met het voorbeeld hierboven; hij verschijnt hier meteen.</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>created %1</source>
        <translation>aangemaakt %1</translation>
    </message>
    <message>
        <source>last call %1</source>
        <translation>laatste aanroep %1</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>gearchiveerd</translation>
    </message>
    <message>
        <source>Rename Provider</source>
        <translation>Aanbieder hernoemen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Hernoemen</translation>
    </message>
    <message>
        <source>Archive Provider</source>
        <translation>Aanbieder archiveren</translation>
    </message>
    <message>
        <source>Archive &quot;%1&quot;? Its URLs answer 404 from then on. Its records, calls and identities stay.</source>
        <translation>&quot;%1&quot; archiveren? De URL&apos;s antwoorden daarna met 404. De records, aanroepen en identiteiten blijven.</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiveren</translation>
    </message>
    <message>
        <source>%1 is archived. Its URLs answer 404 from now on.</source>
        <translation>%1 is gearchiveerd. De URL&apos;s antwoorden vanaf nu met 404.</translation>
    </message>
    <message>
        <source>The test call was answered with %1. It stands among the calls below.</source>
        <translation>De testaanroep kreeg antwoord %1. Hij staat bij de aanroepen hieronder.</translation>
    </message>
    <message>
        <source>The test call was answered with %1. The calls below say why.</source>
        <translation>De testaanroep kreeg antwoord %1. De aanroepen hieronder zeggen waarom.</translation>
    </message>
    <message>
        <source>Send Test Call</source>
        <translation>Testaanroep versturen</translation>
    </message>
</context>
<context>
    <name>salesdesk::ProvidersPage</name>
    <message>
        <source>Providers</source>
        <translation>Aanbieders</translation>
    </message>
    <message>
        <source>New Provider…</source>
        <translation>Nieuwe aanbieder…</translation>
    </message>
    <message>
        <source>New Provider (%1)</source>
        <translation>Nieuwe aanbieder (%1)</translation>
    </message>
    <message>
        <source>A provider is an account in another system. It gets webhook URLs and an API key; its calls become activities and sales.</source>
        <translation>Een aanbieder is een account in een ander systeem. Hij krijgt webhook-URL&apos;s en een API-sleutel; zijn aanroepen worden activiteiten en verkopen.</translation>
    </message>
    <message>
        <source>There is no provider yet: make one first.</source>
        <translation>Er is nog geen aanbieder: maak er eerst een.</translation>
    </message>
</context>
<context>
    <name>salesdesk::QueueExport</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kan niet worden geschreven: %2</translation>
    </message>
</context>
<context>
    <name>salesdesk::QueuePage</name>
    <message>
        <source>Ignored: %1.</source>
        <translation>Genegeerd: %1.</translation>
    </message>
    <message>
        <source>Created: %1.</source>
        <translation>Aangemaakt: %1.</translation>
    </message>
    <message>
        <source>Undo (Z)</source>
        <translation>Ongedaan maken (Z)</translation>
    </message>
    <message>
        <source>Export What Is Listed</source>
        <translation>Exporteren wat in de lijst staat</translation>
    </message>
    <message>
        <source>unlinked.csv</source>
        <translation>te-koppelen.csv</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Import Decisions</source>
        <translation>Besluiten importeren</translation>
    </message>
    <message>
        <source>%1 is too large to be a list of decisions.</source>
        <translation>%1 is te groot voor een lijst met besluiten.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kan niet worden gelezen: %2</translation>
    </message>
    <message>
        <source>%1 and %2 more have the same name.</source>
        <translation>%1 en nog %2 hebben dezelfde naam.</translation>
    </message>
    <message>
        <source>%1: the same name.</source>
        <translation>%1: dezelfde naam.</translation>
    </message>
    <message>
        <source>Do the Same (D)</source>
        <translation>Hetzelfde doen (D)</translation>
    </message>
    <message>
        <source>Which %1 is &quot;%2&quot; of %3?</source>
        <translation>Wie of wat is %1 &quot;%2&quot; van %3?</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Koppelen</translation>
    </message>
    <message>
        <source>%1 is ignored.</source>
        <translation>%1 wordt genegeerd.</translation>
    </message>
    <message>
        <source>%1 is no longer ignored.</source>
        <translation>%1 wordt niet meer genegeerd.</translation>
    </message>
    <message>
        <source>%1 is not suggested for %2 again.</source>
        <translation>%1 wordt niet meer voorgesteld voor %2.</translation>
    </message>
    <message>
        <source>Unlinked Identities</source>
        <translation>Te koppelen</translation>
    </message>
    <message>
        <source>Unlinked identities</source>
        <translation>Te koppelen identiteiten</translation>
    </message>
    <message>
        <source>Name, ID or e-mail address</source>
        <translation>Naam, ID of e-mailadres</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wacht</translation>
    </message>
    <message>
        <source>Waiting and ignored</source>
        <translation>Wacht en genegeerd</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Genegeerd</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Geschiedenis…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importeren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepteren</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Kiezen…</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Aanmaken</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Negeren</translation>
    </message>
    <message>
        <source>Not This</source>
        <translation>Deze niet</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Overslaan</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw doen</translation>
    </message>
    <message>
        <source>Stop Ignoring</source>
        <translation>Niet meer negeren</translation>
    </message>
    <message>
        <source>Accept %1 above %2…</source>
        <translation>%1 boven %2 accepteren…</translation>
    </message>
    <message>
        <source>Accept those above %1…</source>
        <translation>Alles boven %1 accepteren…</translation>
    </message>
    <message>
        <source>Create %1 without a candidate…</source>
        <translation>%1 zonder kandidaat aanmaken…</translation>
    </message>
    <message>
        <source>Create those without a candidate…</source>
        <translation>Alles zonder kandidaat aanmaken…</translation>
    </message>
    <message>
        <source>Nothing fits this filter.</source>
        <translation>Niets past bij dit filter.</translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation>Filter wissen</translation>
    </message>
    <message>
        <source>Nothing waits to be linked. Agents, teams and products that a provider names for the first time appear here.</source>
        <translation>Er wacht niets op koppeling. Medewerkers, teams en producten die een aanbieder voor het eerst noemt, verschijnen hier.</translation>
    </message>
    <message>
        <source>Wait until the work under way is done, or cancel it first.</source>
        <translation>Wacht tot het lopende werk klaar is, of annuleer het eerst.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>The export was cancelled. No file was left.</source>
        <translation>De export is geannuleerd. Er is geen bestand achtergebleven.</translation>
    </message>
    <message>
        <source>Read %1 of %2 lines.</source>
        <translation>%1 van %2 regels gelezen.</translation>
    </message>
    <message>
        <source>The import was cancelled. Nothing was decided.</source>
        <translation>Het importeren is geannuleerd. Er is niets besloten.</translation>
    </message>
    <message>
        <source>1 identity is decided on. What counts now: %1.</source>
        <translation>Over 1 identiteit is besloten. Wat nu meetelt: %1.</translation>
    </message>
    <message>
        <source>%1 identities are decided on. What counts now: %2.</source>
        <translation>Over %1 identiteiten is besloten. Wat nu meetelt: %2.</translation>
    </message>
    <message>
        <source>Exported so far: %1.</source>
        <translation>Tot nu toe geëxporteerd: %1.</translation>
    </message>
    <message>
        <source>Compared %1 of %2.</source>
        <translation>%1 van %2 vergeleken.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln identities are in %1. Fill in the columns &quot;decision&quot; (accept, link, create or ignore) and &quot;entity&quot;, and import it.</source>
        <translation>
            <numerusform>1 identiteit staat in %1. Vul de kolommen &quot;decision&quot; (accept, link, create of ignore) en &quot;entity&quot; in en importeer het bestand.</numerusform>
            <numerusform>%Ln identiteiten staan in %1. Vul de kolommen &quot;decision&quot; (accept, link, create of ignore) en &quot;entity&quot; in en importeer het bestand.</numerusform>
        </translation>
    </message>
    <message>
        <source>More than one candidate comes close to %1. Press the number of the right one, or / to search.</source>
        <translation>Meer dan één kandidaat komt dicht bij %1. Druk op het nummer van de juiste, of op / om te zoeken.</translation>
    </message>
</context>
<context>
    <name>salesdesk::ReceiverBox</name>
    <message>
        <source>Receiver</source>
        <translation>Ontvanger</translation>
    </message>
    <message>
        <source>The receiver is stopped</source>
        <translation>De ontvanger is gestopt</translation>
    </message>
    <message>
        <source>Calls are not answered.</source>
        <translation>Aanroepen worden niet beantwoord.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>The receiver is starting</source>
        <translation>De ontvanger start</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Ontvangt</translation>
    </message>
    <message>
        <source>Over TLS · %1</source>
        <translation>Met TLS · %1</translation>
    </message>
    <message>
        <source>Without TLS · %1</source>
        <translation>Zonder TLS · %1</translation>
    </message>
    <message>
        <source>Not receiving</source>
        <translation>Ontvangt niet</translation>
    </message>
    <message>
        <source>Use Another Port</source>
        <translation>Andere poort gebruiken</translation>
    </message>
    <message>
        <source>Open the Settings</source>
        <translation>Instellingen openen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) in the last minute</source>
        <translation>
            <numerusform>%Ln aanroep in de laatste minuut</numerusform>
            <numerusform>%Ln aanroepen in de laatste minuut</numerusform>
        </translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
</context>
<context>
    <name>salesdesk::ReceiverStrip</name>
    <message>
        <source>Use Another Port</source>
        <translation>Andere poort gebruiken</translation>
    </message>
    <message>
        <source>The receiver is stopped</source>
        <translation>De ontvanger is gestopt</translation>
    </message>
    <message>
        <source>The receiver is starting</source>
        <translation>De ontvanger start</translation>
    </message>
    <message>
        <source>Receiving on %1</source>
        <translation>Ontvangt op %1</translation>
    </message>
    <message>
        <source>Not receiving</source>
        <translation>Ontvangt niet</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>Nog geen aanroepen</translation>
    </message>
    <message>
        <source>Last call %1</source>
        <translation>Laatste aanroep %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)/min</source>
        <translation>
            <numerusform>%Ln aanroep/min</numerusform>
            <numerusform>%Ln aanroepen/min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salesdesk::RecordActions</name>
    <message>
        <source>&amp;Copy Cell</source>
        <translation>&amp;Cel kopiëren</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Als &amp;JSON kopiëren</translation>
    </message>
    <message>
        <source>&amp;CSV…</source>
        <translation>&amp;CSV…</translation>
    </message>
    <message>
        <source>&amp;JSON Lines…</source>
        <translation>&amp;JSON Lines…</translation>
    </message>
    <message>
        <source>The cell is copied.</source>
        <translation>De cel is gekopieerd.</translation>
    </message>
    <message>
        <source>The record is copied as JSON.</source>
        <translation>Het record is als JSON gekopieerd.</translation>
    </message>
    <message>
        <source>activities</source>
        <translation>activiteiten</translation>
    </message>
    <message>
        <source>sales</source>
        <translation>verkopen</translation>
    </message>
    <message>
        <source>Wait until the work under way is done, or cancel it first.</source>
        <translation>Wacht tot het lopende werk klaar is, of breek het eerst af.</translation>
    </message>
    <message>
        <source>1 record</source>
        <translation>1 record</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 records</translation>
    </message>
</context>
<context>
    <name>salesdesk::RecordDetailsPane</name>
    <message>
        <source>Agent</source>
        <translation>Medewerker</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 is not linked</source>
        <translation>%1 is niet gekoppeld</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1, van %2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>Show the provider</source>
        <translation>De aanbieder tonen</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Geschiedenis</translation>
    </message>
    <message>
        <source>JSON of the record</source>
        <translation>JSON van het record</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Velden</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Veld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Waarde</translation>
    </message>
    <message>
        <source>As stored</source>
        <translation>Zoals opgeslagen</translation>
    </message>
    <message>
        <source>Calls that made and changed the record</source>
        <translation>Aanroepen die het record hebben gemaakt en gewijzigd</translation>
    </message>
    <message>
        <source>Call and field</source>
        <translation>Aanroep en veld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Voor</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Na</translation>
    </message>
    <message>
        <source>Show Call</source>
        <translation>Aanroep tonen</translation>
    </message>
    <message>
        <source>Show the chosen call in the call log (%1)</source>
        <translation>De gekozen aanroep in het logboek tonen (%1)</translation>
    </message>
    <message>
        <source>Older Calls</source>
        <translation>Oudere aanroepen</translation>
    </message>
    <message>
        <source>Activity %1</source>
        <translation>Activiteit %1</translation>
    </message>
    <message>
        <source>Sale %1</source>
        <translation>Verkoop %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tonen</translation>
    </message>
    <message>
        <source>Link…</source>
        <translation>Koppelen…</translation>
    </message>
    <message>
        <source>Show the external identity %1 (%2)</source>
        <translation>De externe identiteit %1 tonen (%2)</translation>
    </message>
    <message>
        <source>Link the external identity %1 (%2)</source>
        <translation>De externe identiteit %1 koppelen (%2)</translation>
    </message>
    <message>
        <source>%1, the agent&apos;s own</source>
        <translation>%1, dat van de medewerker zelf</translation>
    </message>
    <message>
        <source>History (%1+)</source>
        <translation>Geschiedenis (%1+)</translation>
    </message>
    <message>
        <source>History (%1)</source>
        <translation>Geschiedenis (%1)</translation>
    </message>
    <message>
        <source>call %1</source>
        <translation>aanroep %1</translation>
    </message>
    <message>
        <source>replay of call %1</source>
        <translation>herhaling van aanroep %1</translation>
    </message>
    <message>
        <source>Nothing was changed: the record was like this already.</source>
        <translation>Er is niets gewijzigd: het record was al zo.</translation>
    </message>
    <message>
        <source>The log no longer has the calls that made and changed this record.</source>
        <translation>Het logboek heeft de aanroepen die dit record hebben gemaakt en gewijzigd niet meer.</translation>
    </message>
    <message>
        <source>The log no longer has the older calls.</source>
        <translation>Het logboek heeft de oudere aanroepen niet meer.</translation>
    </message>
</context>
<context>
    <name>salesdesk::RecordsPage</name>
    <message>
        <source>Activities</source>
        <translation>Activiteiten</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Verkopen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>Choose a record to see all of it, and the calls that made and changed it.</source>
        <translation>Kies een record om alles ervan te zien, met de aanroepen die het hebben gemaakt en gewijzigd.</translation>
    </message>
    <message>
        <source>Filter, such as  type:Sale  agent:&quot;Bo&quot;  value:&gt;100  since:7d</source>
        <translation>Filter, zoals  type:Sale  agent:&quot;Bo&quot;  value:&gt;100  since:7d</translation>
    </message>
    <message>
        <source>Filter, such as  product:&quot;Gas&quot;  value:&gt;100  cancelled</source>
        <translation>Filter, zoals  product:&quot;Gas&quot;  value:&gt;100  cancelled</translation>
    </message>
    <message>
        <source>Not Linked</source>
        <translation>Niet gekoppeld</translation>
    </message>
    <message>
        <source>Last 7 Days</source>
        <translation>Laatste 7 dagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Geannuleerd</translation>
    </message>
    <message>
        <source>Last Changed First</source>
        <translation>Laatst gewijzigd</translation>
    </message>
    <message>
        <source>Show what came in or changed last first, not the newest moment (%1)</source>
        <translation>Wat het laatst binnenkwam of wijzigde eerst tonen, niet het nieuwste moment (%1)</translation>
    </message>
    <message>
        <source>No record fits this filter.</source>
        <translation>Geen record past bij dit filter.</translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation>Filter wissen</translation>
    </message>
    <message>
        <source>Activities appear here as soon as a provider calls its activities webhook.</source>
        <translation>Activiteiten verschijnen hier zodra een aanbieder zijn activiteitenwebhook aanroept.</translation>
    </message>
    <message>
        <source>Sales appear here as soon as a provider calls its sales webhook.</source>
        <translation>Verkopen verschijnen hier zodra een aanbieder zijn verkoopwebhook aanroept.</translation>
    </message>
</context>
<context>
    <name>salesdesk::RehearsalDialog</name>
    <message>
        <source>Edit and Dry-Run</source>
        <translation>Bewerken en proefdraaien</translation>
    </message>
    <message>
        <source>Change the body to see what would become of the call. Nothing is sent and nothing is kept.</source>
        <translation>Wijzig de inhoud om te zien wat er van de aanroep zou worden. Er wordt niets verzonden en niets bewaard.</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhoud</translation>
    </message>
</context>
<context>
    <name>salesdesk::RetentionNote</name>
    <message>
        <source>Counting what it would remove…</source>
        <translation>Telt wat het zou verwijderen…</translation>
    </message>
    <message>
        <source>Would remove no call now.</source>
        <translation>Zou nu geen aanroep verwijderen.</translation>
    </message>
    <message>
        <source>Would remove 1 call from before %1, some %2.</source>
        <translation>Zou 1 aanroep van vóór %1 verwijderen, ongeveer %2.</translation>
    </message>
    <message>
        <source>Would remove %1 calls from before %2, some %3.</source>
        <translation>Zou %1 aanroepen van vóór %2 verwijderen, ongeveer %3.</translation>
    </message>
    <message>
        <source>Remove Calls</source>
        <translation>Aanroepen verwijderen</translation>
    </message>
    <message>
        <source>Remove 1 call from before %1, some %2?</source>
        <translation>1 aanroep van vóór %1 verwijderen, ongeveer %2?</translation>
    </message>
    <message>
        <source>Remove %1 calls from before %2, some %3?</source>
        <translation>%1 aanroepen van vóór %2 verwijderen, ongeveer %3?</translation>
    </message>
    <message>
        <source>This cannot be undone. Activities and sales are not removed.</source>
        <translation>Dit kan niet ongedaan worden gemaakt. Activiteiten en verkopen worden niet verwijderd.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
</context>
<context>
    <name>salesdesk::SaleTableModel</name>
    <message>
        <source>cancelled</source>
        <translation>geannuleerd</translation>
    </message>
    <message>
        <source>retention</source>
        <translation>retentie</translation>
    </message>
    <message>
        <source>Sold at</source>
        <translation>Verkocht op</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Medewerker</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Contract value</source>
        <translation>Contractwaarde</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Contact key</source>
        <translation>Contactsleutel</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Aanbieder</translation>
    </message>
    <message>
        <source>Power, kWh</source>
        <translation>Stroom, kWh</translation>
    </message>
    <message>
        <source>Returned, kWh</source>
        <translation>Teruggeleverd, kWh</translation>
    </message>
    <message>
        <source>Gas, m³</source>
        <translation>Gas, m³</translation>
    </message>
    <message>
        <source>EANs</source>
        <translation>EAN’s</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Aangemaakt</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Laatst gewijzigd</translation>
    </message>
</context>
<context>
    <name>salesdesk::SettingForm</name>
    <message>
        <source>On</source>
        <translation>Aan</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Kiezen…</translation>
    </message>
    <message>
        <source>Choose the file: %1</source>
        <translation>Kies het bestand: %1</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.key);;All files (*)</source>
        <translation>PEM-bestanden (*.pem *.crt *.key);;Alle bestanden (*)</translation>
    </message>
</context>
<context>
    <name>salesdesk::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Ontvanger</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limieten</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Logboek</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Bureaublad</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Gegevens</translation>
    </message>
    <message>
        <source>Start SalesDesk when I log in</source>
        <translation>SalesDesk starten als ik me aanmeld</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Closing the window leaves SalesDesk in the tray, and it goes on receiving.</source>
        <translation>Sluit u het venster, dan blijft SalesDesk in het systeemvak en ontvangt het verder.</translation>
    </message>
    <message>
        <source>The receiver is stopped.</source>
        <translation>De ontvanger is gestopt.</translation>
    </message>
    <message>
        <source>The receiver is starting.</source>
        <translation>De ontvanger start.</translation>
    </message>
    <message>
        <source>Receiving on %1</source>
        <translation>Ontvangt op %1</translation>
    </message>
    <message>
        <source>On %1 other computers can reach the receiver.</source>
        <translation>Op %1 kunnen andere computers de ontvanger bereiken.</translation>
    </message>
    <message>
        <source>The firewall must let them through, if there is one.</source>
        <translation>De firewall moet ze doorlaten, als die er is.</translation>
    </message>
    <message>
        <source>Without TLS, keys and calls can be read on the way: set a certificate, or put a reverse proxy in front of it. The guide under Help says how.</source>
        <translation>Zonder TLS kunnen sleutels en aanroepen onderweg worden gelezen: stel een certificaat in, of zet er een reverse proxy voor. De handleiding onder Help zegt hoe.</translation>
    </message>
    <message>
        <source>Listen There</source>
        <translation>Hier ontvangen</translation>
    </message>
    <message>
        <source>This is needed, too. Until both are there nothing changes.</source>
        <translation>Ook dit is nodig. Tot beide er zijn, verandert er niets.</translation>
    </message>
    <message>
        <source>Nothing is changed. %1</source>
        <translation>Er is niets gewijzigd. %1</translation>
    </message>
    <message>
        <source>%1: saved, and in force.</source>
        <translation>%1: opgeslagen, en van kracht.</translation>
    </message>
    <message>
        <source>Language: saved. It shows when the window opens anew; the receiver stops for a moment then.</source>
        <translation>Taal: opgeslagen. U ziet het als het venster opnieuw opent; de ontvanger stopt dan even.</translation>
    </message>
    <message>
        <source>Open Anew</source>
        <translation>Opnieuw openen</translation>
    </message>
</context>
<context>
    <name>salesdesk::SideBar</name>
    <message>
        <source>Screens</source>
        <translation>Schermen</translation>
    </message>
</context>
<context>
    <name>salesdesk::SigningBox</name>
    <message>
        <source>Require signatures</source>
        <translation>Ondertekening verplicht</translation>
    </message>
    <message>
        <source>Reveal Secret</source>
        <translation>Geheim tonen</translation>
    </message>
    <message>
        <source>Copy Secret</source>
        <translation>Geheim kopiëren</translation>
    </message>
    <message>
        <source>Calls must be signed as in Standard Webhooks, in addition to the API key.</source>
        <translation>Aanroepen moeten zijn ondertekend volgens Standard Webhooks, naast de API-sleutel.</translation>
    </message>
    <message>
        <source>Hide Secret</source>
        <translation>Geheim verbergen</translation>
    </message>
    <message>
        <source>Signing secret</source>
        <translation>Ondertekeningsgeheim</translation>
    </message>
</context>
<context>
    <name>salesdesk::TableView</name>
    <message>
        <source>Drag to move or size a column; right-click to choose columns</source>
        <translation>Sleep om een kolom te verplaatsen of te verbreden; klik rechts om kolommen te kiezen</translation>
    </message>
    <message>
        <source>Standard Columns</source>
        <translation>Standaardkolommen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolommen</translation>
    </message>
    <message>
        <source>Choose the columns</source>
        <translation>De kolommen kiezen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln nieuwe</numerusform>
            <numerusform>%Ln nieuwe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>salesdesk::Tray</name>
    <message>
        <source>Open SalesDesk</source>
        <translation>SalesDesk openen</translation>
    </message>
    <message>
        <source>Start Receiver</source>
        <translation>Ontvanger starten</translation>
    </message>
    <message>
        <source>Stop Receiver</source>
        <translation>Ontvanger stoppen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Afsluiten</translation>
    </message>
    <message>
        <source>SalesDesk is not receiving</source>
        <translation>SalesDesk ontvangt niet</translation>
    </message>
    <message>
        <source>SalesDesk cannot store calls</source>
        <translation>SalesDesk kan aanroepen niet opslaan</translation>
    </message>
    <message>
        <source>Senders are told to try again. The window says why.</source>
        <translation>Afzenders krijgen te horen dat ze het opnieuw moeten proberen. Het venster zegt waarom.</translation>
    </message>
    <message>
        <source>Calls cannot be stored</source>
        <translation>Aanroepen kunnen niet worden opgeslagen</translation>
    </message>
    <message>
        <source>Not receiving</source>
        <translation>Ontvangt niet</translation>
    </message>
    <message>
        <source>The receiver is stopped</source>
        <translation>De ontvanger is gestopt</translation>
    </message>
    <message>
        <source>Receiving on %1</source>
        <translation>Ontvangt op %1</translation>
    </message>
    <message numerus="yes">
        <source>%n refused call(s) not looked at yet</source>
        <translation>
            <numerusform>%n geweigerde aanroep nog niet bekeken</numerusform>
            <numerusform>%n geweigerde aanroepen nog niet bekeken</numerusform>
        </translation>
    </message>
    <message>
        <source>The receiver needs attention</source>
        <translation>De ontvanger vraagt aandacht</translation>
    </message>
</context>
<context>
    <name>salesdesk::VolumeBox</name>
    <message>
        <source>Calls</source>
        <translation>Aanroepen</translation>
    </message>
    <message>
        <source>Whole Range</source>
        <translation>Hele bereik</translation>
    </message>
    <message>
        <source>Ends the zoom (Esc)</source>
        <translation>Beëindigt het inzoomen (Esc)</translation>
    </message>
    <message>
        <source>24 Hours</source>
        <translation>24 uur</translation>
    </message>
    <message>
        <source>7 Days</source>
        <translation>7 dagen</translation>
    </message>
    <message>
        <source>30 Days</source>
        <translation>30 dagen</translation>
    </message>
    <message>
        <source>Shows these calls in the log.</source>
        <translation>Toont deze aanroepen in het logboek.</translation>
    </message>
    <message>
        <source>%1 accepted</source>
        <translation>%1 aangenomen</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 geweigerd</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 mislukt</translation>
    </message>
    <message>
        <source>The log is still being counted.</source>
        <translation>Het logboek wordt nog geteld.</translation>
    </message>
</context>
<context>
    <name>salesdesk::WorkStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 van %2</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 per seconde</translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
</context>
</TS>
