/**
 * The words by which a sentiment is proposed, German and English, as people write below posts. Umlauts may be spelt out, accents and
 * case do not matter. `~` at the end stands for the endings of a German adjective, `*` for any ending; several words are looked for one
 * right after the other, and go before their parts. `•` stands for the stars by which swearing is hidden.
 */

export interface SentimentWordGroup {
  /** From 3, enthusiastic, to -3, appalled; 0 speaks for neutral. */
  readonly weight: number
  /** Words of someone who is angry, not only displeased. */
  readonly isAngry?: true
  /** Verbs that a "nicht" behind them turns round: "gefällt mir nicht". */
  readonly isVerb?: true
  /** Only stresses a word that says something right behind it: "super teuer", "verdammt gut". */
  readonly isIntensifier?: true
  /** Says nothing, though its parts would: "viele liebe Grüße". */
  readonly isSilent?: true
  /** Thanks: beside a question they are good manners and say nothing. */
  readonly isThanks?: true
  /** Words of a question. */
  readonly isQuestion?: true
  readonly words: readonly string[]
}

const words = (list: string): string[] => list.split(',').map((word) => word.trim())

const SILENT: SentimentWordGroup = {
  weight: 0,
  isSilent: true,
  words: words(`
    liebe grüße, beste grüße, schöne grüße, freundliche grüße, freundlichen grüßen, besten grüßen, schönen grüßen, lieben grüßen,
    lieben gruß, besten gruß, schönen gruß, lieber gruß, bester gruß, schöner gruß, guten appetit, gute besserung, gute reise, guten tag, guten morgen, guten abend, gute nacht,
    guten rutsch, schönen tag, schönen abend, schönes wochenende, schöne woche, am besten, na gut, so gut wie, gut möglich, gut zu wissen,
    wäre schön, wäre toll, wäre super, wäre nett, wäre gut, wäre prima, wäre klasse, wäre cool, nein danke, danke im voraus, dank im voraus,
    best regards, kind regards, best wishes, all the best, good morning, good evening, good afternoon, good day, good night, good luck,
    nice day, great day, nice weekend, great weekend, would be great, would be good, would be nice, would be lovely, would be awesome,
    no thanks, no thank you, thanks in advance, thank you in advance, for good, at best, as good as, good question, gute frage`),
}

const PRAISE: readonly SentimentWordGroup[] = [
  {
    weight: 3,
    words: words(`
      großartig~, hervorragend~, fantastisch~, phantastisch~, ausgezeichnet~, phänomenal~, perfekt~, traumhaft~, genial~, begeister*,
      wundervoll~, wunderbar~, wunderschön~, sensationell~, überragend~, fabelhaft~, erstklassig~, weltklasse, herrlich~, oberlecker,
      superlecker, immer wieder gerne, immer wieder gern, ich liebe, wir lieben, liebe es, liebe euch, lieben euch, lieben es,
      excellent, amazing, awesome, outstanding, fantastic, brilliant, wonderful, perfect, perfectly, superb, fabulous, incredible, stunning,
      exceptional, flawless, love, loved, loves, loving, five stars, second to none, beyond expectations`),
  },
  {
    weight: 2,
    words: words(`
      gut~, toll~, lecker~, leckerst*, köstlich~, spitze, klasse, prima, bestens, beste, bester, bestes, besten, zufrieden~, glücklich~,
      empfehlenswert~, empfehlung, weiterempfehl*, hilfreich~, hilfsbereit~, kompetent~, zuverlässig~, einwandfrei~, reibungslos~, problemlos~,
      sympathisch~, liebevoll~, beeindruck*, lob, loben, bravo, glückwunsch, gratul*, weiter so, macht weiter so, daumen hoch, top, tiptop,
      tipptopp, cool~, yeah, juhu, wow, gerne wieder, gern wieder, ein traum, volltreffer, macht spaß, vorbildlich~, wohlgefühlt,
      schnelle lieferung, schnell geliefert, schnelle antwort, schnell geantwortet, schnelle hilfe, schnell geholfen, nichts auszusetzen,
      volle punktzahl, freude gemacht, wärmstens, lieblingskaffee, lieblingsladen,
      good, great, nice, happy, delicious, tasty, yummy, beautiful, lovely, friendly, helpful, impressive, impressed, enjoy*, pleased, glad,
      satisfied, reliable, best, well done, keep it up, keep up, thumbs up, congrats, congratulations, kudos, fun, i like, we like, like it,
      like them, like your, liked, recommended, fast delivery, quick delivery, fast shipping, quick response, quick reply, works well,
      works great, worth it, spot on, top notch, made my day, can t wait, cannot wait, can t complain, cannot complain`),
  },
  {
    weight: 2,
    isVerb: true,
    words: words(
      `gefällt, gefallen, empfehle, empfehlen, überzeugt, überzeugen, ich mag, mag ich, wir mögen, recommend, recommends`,
    ),
  },
  {
    weight: 2,
    isIntensifier: true,
    words: words('super, mega, hammer, schön~, geil~'),
  },
  {
    weight: 1,
    isThanks: true,
    words: words(`
      danke, dankeschön, danke schön, dank, vielen dank, herzlichen dank, besten dank, merci, thank, thanks, thank you, thx, cheers`),
  },
  {
    weight: 1,
    words: words(`
      freundlich~, nett~, angenehm~, fein~, fair~,
      günstig~, preiswert~, respekt, gelungen~, interessant~, spannend~, hübsch~, ordentlich~, wahnsinn, hut ab, chapeau, vorfreude,
      freue mich, freuen uns, freu mich,
      quick, polite, fresh, interesting, clean, cute, fine`),
  },
  { weight: 1, isVerb: true, words: words('schmeckt, schmecken, klappt, funktioniert, freut, hilft, geholfen, lohnt') },
]

const COMPLAINT: readonly SentimentWordGroup[] = [
  {
    weight: -3,
    words: words(`
      schrecklich~, furchtbar~, katastroph*, grauenhaft~, grottenschlecht~, grottig~, unterirdisch~, miserabel, miserable~, ungenießbar~,
      inakzeptabel, inakzeptable~, zumutung, nie wieder, nie mehr, niemals wieder, finger weg, schimmel*, hasse, hassen, widerlich~, ekelhaft~,
      schlechteste~, schlimmste~,
      terrible, horrible, awful, worst, disgusting, unacceptable, never again, hate, hated, appalling, dreadful, nightmare, stay away,
      inedible, zero stars, no stars`),
  },
  {
    weight: -2,
    words: words(`
      schlecht~, mies~, enttäusch*, ärger~, ärgerlich~, nervt, nerven, nervig~, genervt, überteuert~, beschwer*, unfreundlich~,
      unhöflich~, eklig~, lächerlich~, peinlich~, nutzlos~, unbrauchbar~, unprofessionell~, unseriös~, unzufrieden~, unzuverlässig~, kaputt~,
      defekt~, beschädigt~, zerbrochen~, ausgelaufen, zu spät, viel zu spät, immer noch nicht, noch immer nicht, noch nichts gehört, keine antwort,
      keine reaktion, keine rückmeldung, antwortet nicht, meldet sich nicht, niemand antwortet, niemand meldet, nicht angekommen,
      nicht geliefert, nicht erreichbar, nicht erhalten, nichts passiert, passiert nichts, funktioniert nicht, geht nicht, klappt nicht,
      geht gar nicht, lässt zu wünschen, geld zurück, rate ab, abraten, abgeraten, ignorier*, frustrier*, frust, müll, schrott, no go,
      armutszeugnis, versag*, vergammelt~, ranzig~, verdorben~, danke für nichts, fehlanzeige, reinfall, fehlkauf, schlimm~,
      absage, minderwertig~, mangelhaft~, ungenügend~, kundenunfreundlich~, keinen stern, null sterne, ein stern,
      bad, badly, worse, poor, poorly, disappoint*, annoying, annoyed, overpriced, complain*, rude, unfriendly, ridiculous, useless,
      unprofessional, unreliable, unhappy, unsatisfied, dissatisfied, broken, damaged, defective, too late, still waiting, still nothing,
      still not, no response, no reply, no answer, never arrived, never received, not arrived, not delivered, not received, not working,
      not work, doesn t work, don t work, didn t work, doesnt work, dont work, don t like, didn t like, dont like, not like, money back, avoid,
      ignored, ignoring, frustrat*, garbage, trash, rubbish, fail, failed, failure, rotten, mouldy, moldy, stale, thanks for nothing, sucks, suck,
      sick of, waste of, one star, let down, unimpressed, lousy`),
  },
  {
    weight: -1,
    words: words(`
      leider, schade, problem, probleme, problemen, teuer, teure, teurer, teures, teuren, langsam~, fehlt, fehlen, fehlte, fehler, fehlerhaft~,
      falsch~, verspätet~, verspätung, verzögerung, warte seit, warten seit, wartezeit, reklamier*, reklamation*, traurig~, schwach~, unverständlich~, vergeblich,
      kündige, gekündigt, kündigung, lieblos~, komisch~, seltsam~, unklar~, umständlich~, unmöglich~, meckern, beanstand*, kritik,
      unfortunately, sad, sadly, problems, issue, issues, expensive, slow, missing, wrong, late, delay, delayed, waiting for, lost,
      refund, error, errors, bug, buggy, cancel, cancelled, canceled, concerned, worried, confusing, weird, mediocre, meh`),
  },
]

const ANGER: readonly SentimentWordGroup[] = [
  {
    weight: -3,
    isAngry: true,
    words: words(`
      betrug, betrüger*, betrogen, betrügen, abzock*, abgezockt, verarsch*, veräppel*, frechheit*, frech~, dreist~, dreistigkeit, unverschämt*,
      sauerei, schweinerei, skandal*, scheiß*, scheiss*, sch•, sch•e, arschl*, saftladen, drecksladen, lügner*, lüge, lügen, gelogen,
      verlogen*, idiot*, vollidiot*, deppen, wütend~, stinksauer, bin sauer, echt sauer, richtig sauer, so sauer, wut, schande, schämt euch,
      anwalt, anwältin, verklag*, strafanzeige, verbraucherzentrale, kotz*, zum kotzen, boykott*, schnauze voll, reicht es mir, mir reicht,
      es reicht, unter aller sau, verbrecher*, gauner*, asozial~, hurens*, verpisst,
      scam, scams, scammer, scammers, scammed, fraud*, rip off, ripoff, ripped off, thief, thieves, liar, liars, lied to, furious, angry,
      outrageous, disgrace*, shame on, bullshit, shit, shitty, sh•t, fuck, f•ck, f•, fuck you, wtf, crap, asshole*, idiots, morons, lawyer,
      lawsuit, sue you, boycott*, pissed, had enough, fed up, fuming, criminals, joke of a`),
  },
  {
    weight: -2,
    isAngry: true,
    words: words('mist, so ein mist, kacke, dumm~, bescheuert~, verscheißer*, stupid, pathetic'),
  },
  { weight: -2, isAngry: true, isIntensifier: true, words: words('verdammt~, verflucht~, fucking, damn, bloody') },
]

const QUESTIONS: SentimentWordGroup = {
  weight: 0,
  isQuestion: true,
  words: words(`
    frage, fragen, wann, wo, woher, wie viel, wieviel, wie viele, wie lange, welche~, gibt es, gibts, habt ihr, bietet ihr, verkauft ihr,
    könnt ihr, öffnungszeiten,
    question, questions, when, where, how much, how many, how long, which, do you, are you, is there, are there, can you, could you,
    opening hours`),
}

const NEUTRAL: SentimentWordGroup = { weight: 0, words: words('okay, ok') }

const EMOJI: readonly SentimentWordGroup[] = [
  { weight: 3, words: words('😍, 🥰, 🤩, 😻, ❤️, ♥️, 💕, 💖, 💗, 💓, 💞, 💝, 😘') },
  {
    weight: 2,
    words: words(
      '👏, 👍, 🙌, 😊, ☺️, 😀, 😃, 😄, 😁, 🤗, 😋, 🎉, 🥳, 💪, 💯, 👌, 🧡, 💛, 💚, 💙, 💜, 🖤, 🤍, 🤎, 🩷, 🫶, 😎, 🏆, <3, :D, :-D',
    ),
  },
  { weight: 1, words: words('🙂, 😉, 🔥, ✨, 🌟, 🙏, 🤝, 💐, 🍀, :), :-), ;), ;-)') },
  { weight: -1, words: words('🙁, 😕, 😟, 🙄, 😒, 😐, 🤦, 😬, 😓, 😰, 😥, :/, :-/') },
  { weight: -2, words: words('👎, 😞, 😔, 😢, 😭, ☹️, 😩, 😫, 😣, 😖, 💔, 🤢, 😑, :(, :-(') },
  { weight: -3, words: words('🤮') },
  { weight: -3, isAngry: true, words: words('😡, 🤬, 😠, 👿, 🖕, 😤, 🤡, 💩') },
]

export const SENTIMENT_WORDS: readonly SentimentWordGroup[] = [
  SILENT,
  ...PRAISE,
  ...COMPLAINT,
  ...ANGER,
  QUESTIONS,
  NEUTRAL,
  ...EMOJI,
]

/** Words that turn round what follows them; a lone `t` is what is left of "isn't". */
export const NEGATIONS: readonly string[] = words(`
  nicht, nich, nix, nichts, kein, keine, keinen, keiner, keinem, keines, nie, niemals, ohne, weder, niemand, kaum,
  not, no, never, none, nothing, nobody, without, neither, nor, hardly, cannot, cant, dont, isnt, wasnt, doesnt, didnt, wont, arent,
  werent, couldnt, wouldnt, t`)

/** "nicht nur gut, sondern …" denies nothing. */
export const NEGATION_CANCELLED_BY: readonly string[] = words('nur, only, just, unbedingt zu')

/** Words behind which something new begins. */
export const CLAUSE_WORDS: readonly string[] = words(
  'aber, sondern, doch, jedoch, und, oder, weil, dass, but, and, or, because, however, though, yet',
)
