using Stemma.Text;

namespace Stemma.Tests.Extraction;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("en", "The council said on Monday that it would not close the bridge before the end of the year, because the repairs have been put off again and nobody knows when they will begin.")]
    [InlineData("de", "Der Stadtrat teilte am Montag mit, dass die Brücke nicht vor dem Ende des Jahres geschlossen wird, weil die Arbeiten wieder verschoben wurden und niemand weiß, wann sie beginnen.")]
    [InlineData("fr", "Le conseil a indiqué lundi que le pont ne serait pas fermé avant la fin de l'année, car les travaux ont été reportés une nouvelle fois et personne ne sait quand ils vont commencer.")]
    [InlineData("es", "El ayuntamiento dijo el lunes que no cerrará el puente antes de fin de año, porque las obras se han aplazado otra vez y nadie sabe cuándo van a empezar, según el alcalde.")]
    [InlineData("pt", "A câmara disse na segunda-feira que não vai fechar a ponte antes do fim do ano, porque as obras foram adiadas mais uma vez e ninguém sabe quando vão começar, segundo o presidente.")]
    [InlineData("it", "Il comune ha detto lunedì che non chiuderà il ponte prima della fine dell'anno, perché i lavori sono stati rinviati ancora una volta e nessuno sa quando inizieranno.")]
    [InlineData("nl", "De gemeente zei maandag dat de brug niet voor het einde van het jaar dicht gaat, omdat het werk weer is uitgesteld en niemand weet wanneer het begint.")]
    [InlineData("sv", "Kommunen sade på måndagen att bron inte kommer att stängas före slutet av året, eftersom arbetet har skjutits upp igen och ingen vet när det ska börja.")]
    [InlineData("da", "Kommunen sagde mandag, at broen ikke bliver lukket før slutningen af året, fordi arbejdet er blevet udskudt igen, og ingen ved, hvornår det skal begynde.")]
    [InlineData("no", "Kommunen sa mandag at broen ikke blir stengt før slutten av året, fordi arbeidet er utsatt igjen, og ingen vet når det skal begynne eller hvor mye det vil koste.")]
    [InlineData("fi", "Kaupunki kertoi maanantaina, että silta ei mene kiinni ennen vuoden loppua, koska työt ovat taas siirtyneet ja kukaan ei vielä tiedä, milloin ne alkavat.")]
    [InlineData("pl", "Miasto podało w poniedziałek, że most nie zostanie zamknięty przed końcem roku, ponieważ prace znowu się opóźniły i nikt nie wie, kiedy się zaczną.")]
    [InlineData("cs", "Město v pondělí uvedlo, že most nebude uzavřen před koncem roku, protože práce se znovu odložily a nikdo neví, kdy začnou, jak řekl starosta.")]
    [InlineData("ru", "Город сообщил в понедельник, что мост не закроют до конца года, потому что работы снова отложили и никто не знает, когда они начнутся.")]
    [InlineData("uk", "Місто повідомило у понеділок, що міст не закриють до кінця року, тому що роботи знову відклали і ніхто не знає, коли вони почнуться.")]
    [InlineData("tr", "Belediye pazartesi günü köprünün yıl sonundan önce kapatılmayacağını söyledi, çünkü çalışmalar yine ertelendi ve ne zaman başlayacağı için bir tarih yok.")]
    [InlineData("id", "Pemerintah kota mengatakan pada hari Senin bahwa jembatan itu tidak akan ditutup sebelum akhir tahun, karena pekerjaan telah ditunda lagi dan tidak ada yang tahu.")]
    [InlineData("hu", "A város hétfőn közölte, hogy a hidat nem zárják le az év vége előtt, mert a munkát megint elhalasztották, és senki nem tudja, hogy mikor kezdődik el.")]
    [InlineData("ro", "Primăria a anunțat luni că podul nu va fi închis înainte de sfârșitul anului, pentru că lucrările au fost amânate din nou și nimeni nu știe când vor începe.")]
    [InlineData("el", "Ο δήμος ανακοίνωσε τη Δευτέρα ότι η γέφυρα δεν θα κλείσει πριν από το τέλος του έτους.")]
    [InlineData("ar", "قالت البلدية يوم الاثنين إن الجسر لن يغلق قبل نهاية العام لأن الأعمال تأجلت مرة أخرى ولا أحد يعرف متى ستبدأ في هذا المكان الذي كان مغلقا من قبل.")]
    [InlineData("fa", "شهرداری روز دوشنبه گفت که این پل تا پایان سال بسته نمی شود، چون کارها بار دیگر عقب افتاده است و کسی نمی داند که از چه زمانی آغاز خواهد شد.")]
    [InlineData("ja", "市は月曜日、工事が再び延期されたため、橋は年末まで閉鎖しないと発表した。いつ始まるかは誰にも分からない。")]
    [InlineData("zh", "市政府星期一表示，由于工程再次推迟，这座桥在年底之前不会关闭，没有人知道什么时候开工。")]
    [InlineData("ko", "시는 월요일 공사가 다시 연기되어 올해 말 전에는 다리를 닫지 않겠다고 밝혔다.")]
    [InlineData("hi", "नगर पालिका ने सोमवार को कहा कि पुल साल के अंत से पहले बंद नहीं होगा क्योंकि काम फिर से टल गया है और किसी को नहीं पता कि यह कब शुरू होगा।")]
    [InlineData("he", "העירייה הודיעה ביום שני כי הגשר לא ייסגר לפני סוף השנה.")]
    [InlineData("th", "เทศบาลกล่าวเมื่อวันจันทร์ว่าสะพานจะไม่ปิดก่อนสิ้นปี")]
    [InlineData("vi", "Thành phố cho biết hôm thứ Hai rằng cây cầu sẽ không bị đóng cửa trước cuối năm, vì công việc đã bị hoãn lại và không ai biết khi nào sẽ bắt đầu.")]
    [InlineData("bg", "Общината съобщи в понеделник, че мостът няма да бъде затворен преди края на годината, защото работата е отложена отново и никой не знае кога ще започне.")]
    [InlineData("hr", "Grad je u ponedjeljak rekao da se most neće zatvoriti prije kraja godine jer su radovi ponovno odgođeni i nitko ne zna kada će početi, ali će biti prije zime.")]
    [InlineData("und", "12 34 56")]
    [InlineData("und", "")]
    public void The_language_of_a_sentence_is_told(string language, string text) =>
        Assert.Equal(language, LanguageDetector.Default.Detect(text));
}
