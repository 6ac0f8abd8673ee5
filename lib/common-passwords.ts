/** Passwords that guessers try first, in lower case; shorter than eight characters are refused anyway. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  (
    'password password1 password12 password123 password1234 password! password1! passw0rd p@ssw0rd ' +
    'p@ssword passwort motdepasse contrasena senha123 12345678 123456789 1234567890 0123456789 ' +
    '12345678910 87654321 987654321 0987654321 11111111 111111111 1111111111 00000000 000000000 ' +
    '22222222 55555555 66666666 77777777 88888888 99999999 11223344 1122334455 12341234 123123123 ' +
    '12121212 10203040 13572468 14725836 147258369 159357456 123321123 12344321 123454321 12345679 ' +
    '1234abcd 1234qwer 123456789a 12345678a a12345678 a123456789 abc12345 abcd1234 abcd12345 ' +
    'abcdefgh abcdefghi abcdef123 abc123456 aa123456 aa12345678 a1b2c3d4 q1w2e3r4 q1w2e3r4t5 ' +
    '1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc qazwsxedc qaz123456 zaq12wsx zaq1zaq1 !qaz2wsx ' +
    'qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwerty12345 qwerty123456 qwertz123 azerty123 ' +
    'azertyuiop asdfghjk asdfghjkl asdf1234 asdfasdf zxcvbnm1 zxcvbnm123 qwerasdf qweasdzxc ' +
    'qwe123456 1qwerty1 poiuytrewq iloveyou iloveyou1 iloveyou2 iloveyou! ilovegod iloveme1 loveyou1 ' +
    'lovelove sunshine sunshine1 princess princess1 football football1 baseball baseball1 basketball ' +
    'softball1 superman superman1 batman123 spiderman starwars starwars1 pokemon1 pokemon123 ' +
    'minecraft naruto123 liverpool liverpool1 chelsea1 arsenal1 barcelona manchester juventus ' +
    'realmadrid welcome1 welcome12 welcome123 welcome2 welcome! welcome1! welcome@123 changeme ' +
    'changeme1 changeme123 letmein1 letmein123 letmein! trustno1 secret123 default1 temp1234 ' +
    'testtest test1234 test12345 testing1 testing123 guest123 demo1234 login123 access14 admin123 ' +
    'admin1234 admin12345 admin123456 administrator admin@123 root1234 toor1234 user1234 master123 ' +
    'manager1 manager123 company1 company123 business1 business123 invoice1 invoice123 invoices ' +
    'accounts accounting accountant finance1 finance123 receivable receivables payments dueline1 ' +
    'dueline123 computer computer1 internet internet1 samsung1 samsung123 microsoft windows1 ' +
    'windows10 iphone123 google123 facebook facebook1 linkedin twitter1 whatever whatever1 mustang1 ' +
    'corvette ferrari1 mercedes porsche911 harley123 yamaha123 michael1 jennifer jennifer1 jessica1 ' +
    'michelle michelle1 jonathan charlie1 charlotte alexander alexandra benjamin christian christina ' +
    'elizabeth samantha stephanie victoria veronica patricia danielle nicholas andrew123 daniel123 ' +
    'jordan23 jordan123 thomas123 robert123 ashley123 hannah123 summer123 summer2023 summer2024 ' +
    'summer2025 summer2026 winter123 winter2023 winter2024 winter2025 winter2026 spring2024 ' +
    'spring2025 spring2026 autumn2024 autumn2025 autumn2026 january1 december1 monday123 friday123 ' +
    'butterfly chocolate chocolate1 blink182 cocacola dragon123 monkey123 shadow123 killer123 ' +
    'hunter123 tigger123 ginger123 cookie123 banana123 orange123 purple123 flower123 rainbow1 ' +
    'angel123 heaven123 jesus123 jesuschrist bismillah inshallah godisgood blessed1 freedom1 ' +
    'creative diamond1 diamonds hellokitty helloworld hello123 hello1234 hello12345 hello123456 ' +
    'ncc1701d matrix123 phoenix1 thunder1 midnight security security1 pa55word pa55w0rd passpass ' +
    'pass1234 pass12345 pass@123 pass@word1 mypassword newpassword yourpassword nopassword ' +
    'thepassword correcthorsebatterystaple'
  ).split(' '),
);
