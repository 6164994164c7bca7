import type { Words } from "#src/platform/say.ts";

export const lists: Words = {
  "There is no list {0} here": "Списка {0} здесь нет",
  "See listLists for yours": "Ваши показывает listLists",
  'The site has no list "{0}"': "У сайта нет списка «{0}»",
  "Use one of {0}, or make a list with this key in Samovar":
    "Возьмите один из {0} или создайте в Самоваре список с этим ключом",
  'The site has a list "{0}" already': "Список «{0}» у сайта уже есть",
  "Change that one, or choose another key": "Измените его или выберите другой ключ",
  'The list "{0}" has been changed since: it is at revision {1}, not {2}':
    "Список «{0}» с тех пор изменили: у него версия {1}, а не {2}",
  "Look at it again, and make your change to what it is now":
    "Посмотрите на него снова и внесите изменение в то, что есть сейчас",
  "is no key of a list: 1 to 40 small letters, digits and inner hyphens":
    "не ключ списка: нужно от 1 до 40 строчных латинских букв, цифр и дефисов внутри",
  "must be a path of the site, as in /tea or /tea?sort=new":
    "должно быть путём на сайте, например /tea или /tea?sort=new",
  "must be a path, or the beginning of paths with * at its end, as in /shop/*":
    "должно быть путём или началом путей со звёздочкой в конце, например /shop/*",
};
