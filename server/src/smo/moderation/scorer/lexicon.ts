/**
 * What a word may speak for, on any site. Written by hand, from the field's general knowledge and from no corpus: it is
 * the small prior that a site's own decisions are learned on top of. A star stands for any ending.
 */
export const topics = [
  "promotes",
  "sells",
  "earns",
  "adult",
  "greets",
  "thanks",
  "you",
  "insults",
  "swears",
  "threatens",
] as const;
export type Topic = (typeof topics)[number];

const listed: Readonly<Record<Topic, string>> = {
  promotes: `subscrib* sub subs channel* follow visit checkout check promo promot* giveaway vote playlist click link share
    подпишись подпишитесь подписыва* подписк* канал* заходи* переходи* жми* ссылк* лс личк* пиши пишите профил* голосуй*
    телеграм* розыгрыш*`,
  sells: `buy cheap price prices discount* offer offers sale deals order shop store service services support helpline
    toll book booking tickets customer contact call dial hire agency company training solutions seo купи купите продам
    прода* скидк* акци* заказ* цена цены доставк* услуг* недорого дешево аренд* гаранти* бесплатн* звони*`,
  earns: `earn earning earnings income money cash profit invest* bitcoin crypto* forex casino loan loans credit bonus win
    prize jackpot работа работу работы работе работник* заработ* доход* крипт* инвест* ваканси* оплат* ставк* казино
    кредит* займ* бонус* выигр* деньг* денежк* денег прибыл* удаленн* дистанционн* вложени* рублей руб usdt сотрудни*
    требует* требуют*`,
  adult: `porn* xxx viagra cialis escort* nude nudes dating hookup webcam порн* интим* виагр* проститут* эскорт*`,
  greets: `hi hello hey guys dear sir everyone friends привет* приветств* здравствуйте друзья всем ребят* девочки`,
  thanks: `thank thanks thankyou great awesome helpful useful agree спасибо благодар* согласен согласна полезн*`,
  you: `you your youre you're u ur ты тебя тебе тобой твой твоя твое твои твою вы вас вам ваш ваша ваши`,
  insults: `idiot* moron* stupid* dumb* fool fools loser* liar* scum trash pathetic coward* disgusting ignorant jerk*
    retard* imbecile* pig pigs rat rats hypocrit* troll trolls racist* nazi* fascist* clown* ugly
    идиот* дебил* дурак* дура дуры дурач* дурн* тупой тупая тупые тупо* туп тварь твари тварин* мраз* урод* скот* сволоч*
    гнид* подон* придур* кретин* имбецил* даун* лох лохи лоха лохов чмо* быдл* козел козл* осел ослы баран* свинь* свино*
    клоун* предател* продажн* дегенерат* недоум* вонюч* гад гады гадин* крыс* шавк* ублюд* выродк* мусор биомусор* нищеброд*
    фашист* нацист* хохл* хохол москал* кацап* укроп* рашк* жид жиды чурк* хач* пиндос* ватник* черножоп*
    лицемер* трус трусы врун* брехл* балабол* ничтож* жалк* позор* мерзк* мерзав* негодя* паразит* алкаш* наркоман* петух* шут`,
  swears: `fuck* shit* bullshit bitch* cunt* asshole* ass arse bastard* dick dickhead* damn crap piss* slut* whore* fag*
    wtf stfu wanker* motherf* suck sucks cock
    хуй* хуе* хуё* хуя* хую* хуи* охуе* наху* пох похуй* нихуя* пизд* пезд* распизд* спизд* ебан* ебат* ебал* ебет* ебл*
    ебу* еби* ёб* заеб* наеб* уеб* выеб* отъеб* подъеб* долбоеб* долбаеб* разъеб* ёпт* бля блядь бляди бляд* блят* блять
    сука суки суку сук сучк* сучар* мудак* мудил* мудо* гандон* гондон* говн* говно* дерьм* жоп* залуп* пидор* пидар* пидр*
    педик* шлюх* шлюш* шалав* срак* срат* сран* ссат* дроч* манда* хер херн* хрен* нахер нахрен похер пох жрат* сдохн*`,
  threatens: `kill die dead burn shoot hang hate убить убью убей* убива* сдохни* сдохн* сдох* вешать повес* расстрел*
    стрелять сжечь гори гореть закопа* пристрел* казнить кастрир* ненавиж* ненавис* бить избить уничтож* сажать посад*
    тюрьм*`,
};

const shortestStem = 2;
const longestStem = 10;

const whole = new Map<string, Topic>();
const stems = new Map<string, Topic>();
for (const topic of topics)
  for (const word of listed[topic].split(/\s+/)) {
    const plain = word.replace("*", "").replaceAll("ё", "е");
    (word.endsWith("*") ? stems : whole).set(plain, topic);
  }

/** What the word speaks for, if for anything. */
export function topicOf(word: string): Topic | undefined {
  const exact = whole.get(word);
  if (exact !== undefined) return exact;
  for (let end = Math.min(longestStem, word.length); end > shortestStem; end -= 1) {
    const topic = stems.get(word.slice(0, end));
    if (topic !== undefined) return topic;
  }
  return undefined;
}
