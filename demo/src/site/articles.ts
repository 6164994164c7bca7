/** What the sample magazine has to say. A tea house writes in two languages for its guests. */
export interface Article {
  readonly slug: string;
  readonly language: "ru" | "en";
  readonly title: string;
  readonly lead: string;
  readonly author: string;
  /** ISO 8601. */
  readonly publishedAt: string;
  readonly paragraphs: readonly string[];
  /** One article has none: every site has such a page, and Samovar can make a card image for it. */
  readonly picture: Picture | undefined;
}

/** The generated picture: what it shows, and its colours as hues. */
export interface Picture {
  readonly motif: Motif;
  readonly hue: number;
  readonly alt: string;
}

export type Motif = "samovar" | "cup" | "leaves" | "hills" | "jar" | "teapot";

export const magazine = {
  name: "Чайный двор",
  tagline: "Журнал одной чайной: сорта, вода, разговоры",
  about: "Журнал одной чайной: какой лист брать, какая вода ему нужна и о чём говорят за столом.",
} as const;

export const articles: readonly Article[] = [
  {
    slug: "kak-zavarit-ivan-chaj",
    language: "ru",
    title: "Иван-чай, который пахнет лугом",
    lead: "Три ошибки, из-за которых кипрей на вкус как сено, и один способ, который работает всегда.",
    author: "Дарья Чайкина",
    publishedAt: "2025-09-04T09:30:00+03:00",
    paragraphs: [
      "Иван-чай прощает почти всё, кроме спешки. Его лист скручен плотнее, чем у чёрного чая, и за три минуты успевает отдать только цвет. Вкус приходит на седьмой.",
      "Первая ошибка — крутой кипяток. Доведите воду до кипения и подождите две минуты: девяносто градусов достаточно, а мёд и сухофрукты в аромате останутся.",
      "Вторая — щепотка «на глаз». Возьмите две чайные ложки с горкой на чайник в полстакана на гостя. Кипрей лёгкий, и обычная мера для него мала.",
      "Третья — один пролив. Настоящий ферментированный лист держит три: первый цветочный, второй хлебный, третий почти карамельный. Пейте их подряд и сравните.",
      "У нас его подают с мочёной брусникой. Если брусники нет, подойдёт кусочек яблока: кислота открывает ту самую луговую ноту, ради которой всё и затевалось.",
    ],
    picture: { motif: "leaves", hue: 310, alt: "Листья и розовые соцветия кипрея на светлом столе" },
  },
  {
    slug: "water-for-tea",
    language: "en",
    title: "The water makes half of the tea",
    lead: "We brewed one Darjeeling with six kinds of water. Two cups were worth drinking.",
    author: "Daria Chaikina",
    publishedAt: "2025-09-11T12:00:00+03:00",
    paragraphs: [
      "A leaf has perhaps three minutes to speak; the water decides what it may say. Hard water binds the bright acids and leaves a flat, brown cup with a film on top.",
      "We took six: tap, filtered tap, two bottled waters, melted snow, and distilled with a pinch of minerals. Same pot, same leaf, ninety-two degrees, blind tasting by five guests.",
      "Distilled alone was thin as a rumour. The tap was loud and bitter. What won, twice, was filtered tap left to stand overnight: soft, but with enough calcium to carry the aroma.",
      "If your kettle grows a crust within a month, filter. If it never does, add a sip of mineral water to the pot. That is the whole science a tea table needs.",
    ],
    picture: { motif: "teapot", hue: 195, alt: "A glass teapot with pale amber tea beside a jug of water" },
  },
  {
    slug: "samovar-na-shishkah",
    language: "ru",
    title: "Самовар на шишках, без дыма в глаза",
    lead: "Сколько шишек нужно, куда смотрит труба и почему первую воду сливают.",
    author: "Дарья Чайкина",
    publishedAt: "2025-09-18T09:30:00+03:00",
    paragraphs: [
      "Самовар топят не дровами, а терпением. Но с сухими сосновыми шишками терпения нужно на двадцать минут, а не на час.",
      "Сначала вода, потом огонь: пустой самовар распаяется за минуту. Налейте до кольца, закройте крышку и только тогда опускайте в трубу лучину и пять-шесть шишек.",
      "Труба смотрит туда, куда дует ветер. Если ветра нет, поставьте колено к открытой стороне веранды: тяга появится, когда прогреется кувшин.",
      "Самовар поёт, потом шумит, потом бьёт ключом. Чай заваривают, когда он шумит: вода уже горячая, но ещё живая.",
      "Первую воду после зимы слейте: она смывает пыль и запах меди. Вторая — уже для гостей.",
    ],
    picture: { motif: "samovar", hue: 28, alt: "Медный самовар с трубой и чайником наверху" },
  },
  {
    slug: "first-flush-calendar",
    language: "en",
    title: "A calendar of first flushes, from Georgia to Darjeeling",
    lead: "When the spring leaf is picked, when it reaches a shop, and when it is past its best.",
    author: "Daria Chaikina",
    publishedAt: "2025-09-25T12:00:00+03:00",
    paragraphs: [
      "Spring tea is a race. The bush wakes, the first two leaves and a bud are taken within days, and from that hour the clock runs.",
      "Darjeeling opens in late February, Assam in March, Guria and Imereti in western Georgia in the last week of April. The northern gardens near Sochi follow in May.",
      "Add three weeks for sorting and freight, and you know when to ask your shop. Anything sold as this year's first flush in January is last year's, however kind the label.",
      "Keep it dark, dry and far from coffee. Green first flush fades in six months, oolong in a year; a good black from Guria is still telling stories in its second winter.",
    ],
    picture: { motif: "hills", hue: 120, alt: "Terraced tea hills under a morning sky" },
  },
  {
    slug: "varenye-iz-shishek",
    language: "ru",
    title: "Варенье из молодых шишек",
    lead: "Собирать в начале июня, варить в три приёма, прятать от гостей.",
    author: "Дарья Чайкина",
    publishedAt: "2025-10-02T09:30:00+03:00",
    paragraphs: [
      "Шишки годятся, пока их режет ноготь: это первая неделя июня, не позже. Зелёные, липкие, длиной с фалангу пальца.",
      "Вымочите их сутки, сменив воду трижды. Смола уйдёт, останется хвойная свежесть, из-за которой это варенье не спутать ни с каким другим.",
      "Килограмм сахара на килограмм шишек и стакан воды. Довести до кипения, снять, оставить на ночь. Повторить три вечера подряд. На четвёртый сироп станет рубиновым.",
      "Подавайте к чаю с дымком, лапсангу или кавказскому копчёному: смола и дым договариваются между собой лучше, чем соседи по даче.",
    ],
    picture: { motif: "jar", hue: 350, alt: "Банка рубинового варенья с сосновыми шишками" },
  },
  {
    slug: "tea-talk-rules",
    language: "en",
    title: "Seven rules of a good tea table",
    lead: "None of them is about tea: who pours, where a newcomer sits, and when to stop.",
    author: "Daria Chaikina",
    publishedAt: "2025-10-09T12:00:00+03:00",
    paragraphs: [
      "Nobody is asked what they do. A table that begins with professions ends with advice.",
      "The one who pours speaks least. Refill the cup of whoever is telling the story; it is the politest way to say: go on.",
      "Leave the telephone in the coat. If a fact must be checked, argue first, and check tomorrow.",
      "Sugar lumps, not powder: they give the hands something to do while someone thinks.",
      "A newcomer sits next to the samovar. They will be useful within a minute, and at home within ten.",
      "Two conversations are better than one, three are a market. Move a chair when you hear the third.",
      "Stop while the pot is still warm. People come back to what they did not finish.",
    ],
    picture: undefined,
  },
  {
    slug: "gruzinskij-chaj-vozvrashchaetsya",
    language: "ru",
    title:
      "Грузинский чай возвращается, и это не ностальгия: четыре сада в Гурии и сорок килограммов за весну",
    lead: "Мы объехали четыре сада в Гурии. Рассказываем, чей лист привезли и почему он дорогой.",
    author: "Дарья Чайкина",
    publishedAt: "2025-10-16T09:30:00+03:00",
    paragraphs: [
      "Тридцать лет сады стояли заброшенными, и это их спасло: кусты одичали, вытянулись выше человека и пустили корни на два метра. Удобрений здесь не видели целое поколение.",
      "Теперь семьи обрезают их вручную по одному ряду в год. Урожай крошечный: сорок килограммов с сада за весну. Отсюда цена, и отсюда же вкус — сливовый, с тёплой хлебной коркой.",
      "Мы привезли четыре партии. Лучший чёрный сделала Натела из Нагомари: она скручивает лист на том же столе, на котором раскатывает хачапури.",
      "Пейте его крепким и без лимона. Лимон придумали для чая, которому нечего сказать.",
    ],
    picture: { motif: "hills", hue: 90, alt: "Ряды чайных кустов в Гурии и горы вдали" },
  },
  {
    slug: "podstakannik",
    language: "ru",
    title: "Подстаканник учит не торопиться",
    lead: "Откуда он взялся в поездах, чем латунь лучше мельхиора и как его чистить.",
    author: "Дарья Чайкина",
    publishedAt: "2025-10-23T09:30:00+03:00",
    paragraphs: [
      "В поезде он нужен, чтобы стакан не прыгал. Дома — чтобы не прыгали вы: горячее стекло не схватишь на бегу.",
      "Мельхиор благороднее на вид, но латунь дольше держит тепло. Возьмите в руку: правильный подстаканник весит как два куска сахара и стакан чая вместе.",
      "Чистят его зубным порошком и шерстяной варежкой. Чернь в узоре не трогайте: это и есть узор.",
      "У нас на полке их сорок, и ни один не повторяется. Приходите выбирать свой: закрепим за вами.",
    ],
    picture: { motif: "cup", hue: 210, alt: "Стакан чая в ажурном подстаканнике" },
  },
];

export function getArticle(slug: string): Article {
  const found = articles.find((article) => article.slug === slug);
  if (!found) throw new Error(`The sample site has no article ${slug}`);
  return found;
}

export function getPicture(slug: string): Picture {
  const { picture } = getArticle(slug);
  if (!picture) throw new Error(`The article ${slug} has no picture`);
  return picture;
}
