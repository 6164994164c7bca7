import { fill } from "../rules/say.ts";
import type { InLanguages, Language } from "../rules/rule.ts";
import type { Note } from "./card.ts";

const sentences = {
  "first-of": {
    en: "{network} looks at {order}, in this order; the first that this page fills is {tag}.",
    ru: "{network} смотрит по порядку: {order}; первым на странице заполнено {tag}.",
  },
  "only-of": {
    en: "{network} reads {tag} and nothing else for this.",
    ru: "{network} берёт это только из {tag}.",
  },
  "later-of": {
    en: "Of {one} and {other}, {network} takes the one that stands later in the page: here {tag}.",
    ru: "Из {one} и {other} {network} берёт то, что стоит на странице ниже: здесь это {tag}.",
  },
  "biggest-picture": {
    en: "No tag names a picture, so {network} takes the biggest one of the page ({area} square pixels).",
    ru: "Ни один тег не называет картинку, поэтому {network} берёт самую большую на странице (площадь в пикселях: {area}).",
  },
  "robots-forbid": {
    en: "{network} obeys robots.txt, and line {line} of {robotsUrl} keeps it out: a bare link is shown.",
    ru: "{network} слушается robots.txt, а строка {line} в {robotsUrl} его не пускает: видна голая ссылка.",
  },
  "no-answer": {
    en: "{network} gets no answer from the page ({message}): a bare link is shown.",
    ru: "{network} не получает ответа от страницы ({message}): видна голая ссылка.",
  },
  "bad-status": {
    en: "The page answers {network} with status {status}: a bare link is shown.",
    ru: "Страница отвечает {network} кодом {status}: видна голая ссылка.",
  },
  "not-html": {
    en: "{network} makes cards of text/html only, and the page is sent as {type}.",
    ru: "{network} делает карточки только из text/html, а страница отдаётся как {type}.",
  },
  "needs-title": {
    en: "Without a title {network} shows a bare link. It looks for one in {tags}.",
    ru: "Без заголовка {network} показывает голую ссылку. Заголовок он ищет здесь: {tags}.",
  },
  "needs-one-of": {
    en: "{network} makes a card only where one of these is filled: {tags}.",
    ru: "{network} делает карточку, только если заполнено хотя бы одно: {tags}.",
  },
  "no-image": {
    en: "The page offers {network} no picture. It looks at {order}.",
    ru: "Страница не предлагает {network} картинки. Он смотрит сюда: {order}.",
  },
  "image-bad-address": {
    en: "{network} cannot fetch the picture: {url} is no http or https address.",
    ru: "{network} не может загрузить картинку: {url} — это не адрес http или https.",
  },
  "image-forbidden": {
    en: "The picture does not show: line {line} of {robotsUrl} keeps {network} from it.",
    ru: "Картинки не видно: строка {line} в {robotsUrl} не пускает к ней {network}.",
  },
  "image-no-answer": {
    en: "The picture does not show: {url} did not answer {network} ({message}).",
    ru: "Картинки не видно: {url} не отвечает {network} ({message}).",
  },
  "image-bad-status": {
    en: "The picture does not show: {url} answers {network} with status {status}.",
    ru: "Картинки не видно: {url} отвечает {network} кодом {status}.",
  },
  "image-wrong-type": {
    en: "The picture does not show: {network} does not take {type}.",
    ru: "Картинки не видно: {network} не принимает {type}.",
  },
  "image-too-heavy": {
    en: "The picture does not show: it weighs {bytes} bytes, and {network} takes at most {max}.",
    ru: "Картинки не видно: она весит {bytes} байт, а {network} берёт не больше {max}.",
  },
  "image-too-small": {
    en: "The picture does not show: it is {size}, and {network} asks for at least {min}.",
    ru: "Картинки не видно: её размер {size}, а {network} требует не меньше {min}.",
  },
  "image-unmeasured": {
    en: "The picture itself was not looked at: that it shows is taken on trust.",
    ru: "Сама картинка не проверялась: считаем, что она видна.",
  },
  "tags-unseen": {
    en: "{network} overlooks {tags}: outside <head>, or without quotes around what they say.",
    ru: "{network} не видит {tags}: они стоят вне <head> или их значения не взяты в кавычки.",
  },
  "title-cut-characters": {
    en: "The title is cut: {network} shows at most {max} characters.",
    ru: "Заголовок обрезан: {network} показывает не больше {max} знаков.",
  },
  "title-cut-bytes": {
    en: "The title is cut: {network} shows at most {max} bytes, and a Cyrillic letter takes two.",
    ru: "Заголовок обрезан: {network} показывает не больше {max} байт, а русская буква занимает два.",
  },
  "title-cut-lines": {
    en: "The title is cut: {network} shows about {max} lines.",
    ru: "Заголовок обрезан: {network} показывает примерно столько строк: {max}.",
  },
  "description-cut-characters": {
    en: "The description is cut: {network} shows at most {max} characters.",
    ru: "Описание обрезано: {network} показывает не больше {max} знаков.",
  },
  "description-cut-bytes": {
    en: "The description is cut: {network} shows at most {max} bytes, and a Cyrillic letter takes two.",
    ru: "Описание обрезано: {network} показывает не больше {max} байт, а русская буква занимает два.",
  },
  "description-cut-lines": {
    en: "The description is cut: {network} shows about {max} lines.",
    ru: "Описание обрезано: {network} показывает примерно столько строк: {max}.",
  },
  "order-unpublished": {
    en: "How {network} chooses is not published: this card is a guess.",
    ru: "Как выбирает {network}, нигде не опубликовано: эта карточка — догадка.",
  },
  "x-needs-card-type": {
    en: "X shows a bare link: neither twitter:card nor all of og:type, og:title and og:description are there.",
    ru: "X показывает голую ссылку: нет ни twitter:card, ни полного набора og:type, og:title и og:description.",
  },
  "x-card-type-guessed": {
    en: "twitter:card is missing: X may make a small card of the Open Graph tags, or none.",
    ru: "twitter:card нет: X может сделать маленькую карточку по тегам Open Graph, а может не сделать никакой.",
  },
  "telegram-noindex": {
    en: "The page says noindex: Telegram has been seen to show no card then, and to remember it.",
    ru: "На странице стоит noindex: Telegram, бывало, не показывал карточку из-за этого и запоминал отказ.",
  },
  "pinterest-nopin": {
    en: 'The page forbids pins by <meta name="pinterest" content="nopin">.',
    ru: 'Страница запрещает пины тегом <meta name="pinterest" content="nopin">.',
  },
  "pinterest-needs-image": {
    en: "A pin is a picture: without one there is nothing to save.",
    ru: "Пин — это картинка: без неё сохранять нечего.",
  },
  "pinterest-not-tall": {
    en: "The picture is {size}; pins stand better with 2:3, as 1000×1500.",
    ru: "Размер картинки {size}; пины лучше смотрятся при 2:3, например 1000×1500.",
  },
  "discord-small": {
    en: "Discord shows the picture small: twitter:card is not summary_large_image.",
    ru: "Discord показывает картинку маленькой: twitter:card не равен summary_large_image.",
  },
  "discord-long-site-name": {
    en: "Discord shows a bare link: og:site_name takes {bytes} bytes, more than {max}.",
    ru: "Discord показывает голую ссылку: og:site_name занимает {bytes} байт, больше {max}.",
  },
  "bluesky-baked": {
    en: "Bluesky keeps the card as it was when the post was made; later changes of the page do not reach it.",
    ru: "Bluesky сохраняет карточку такой, какой она была при публикации; поздние правки страницы до неё не доходят.",
  },
  "reddit-typed-title": {
    en: "On Reddit the author types the title; the page's own is only suggested.",
    ru: "На Reddit заголовок пишет автор; заголовок страницы только подсказывается.",
  },
  "imessage-several": {
    en: "The page names {count} pictures in og:image: iMessage shows them side by side.",
    ru: "В og:image названо несколько картинок ({count}): iMessage показывает их рядом.",
  },
  "differs-card": {
    en: "{network} was expected to show a card, and shows a bare link: is there a rule that we do not know?",
    ru: "Ждали, что {network} покажет карточку, а он показывает голую ссылку: нет ли правила, которого мы не знаем?",
  },
  "differs-no-card": {
    en: "{network} was expected to show a bare link, and shows a card: is the rule that forbids it right?",
    ru: "Ждали, что {network} покажет голую ссылку, а он показывает карточку: верно ли правило, которое её запрещает?",
  },
  "differs-text": {
    en: "Expected from {from}, but {network} shows something else: does it ask the tags in another order?",
    ru: "Ждали, что текст возьмётся из {from}, но {network} показывает другое: не в другом ли порядке он смотрит теги?",
  },
  "differs-cut": {
    en: "{network} cuts the text of {from} elsewhere ({real} characters, expected {predicted}): is the limit right?",
    ru: "{network} режет текст из {from} в другом месте (знаков: {real}, ждали {predicted}): верен ли предел?",
  },
  "differs-missing": {
    en: "Expected from {from}, but {network} shows nothing here: does it read this tag?",
    ru: "Ждали, что значение возьмётся из {from}, но {network} здесь ничего не показывает: читает ли он этот тег?",
  },
  "differs-extra": {
    en: "Nothing was expected here, but {network} shows something: where does it take it from?",
    ru: "Здесь ничего не ждали, но {network} что-то показывает: откуда он это берёт?",
  },
} satisfies Readonly<Record<string, InLanguages>>;

export type NoteKey = keyof typeof sentences;

export const note = (key: NoteKey, values: Note["values"]): Note => ({ key, values });

/** All that a card can say, by key. */
export const noteSentences: Readonly<Record<string, InLanguages>> = sentences;

/** A note in words. A key that this version does not know, out of an older audit, is said as it stands. */
export function sayNote({ key, values }: Note, language: Language): string {
  const said = Object.entries(sentences).find(([known]) => known === key)?.[1];
  return said ? fill(said, { values }, language) : key;
}
