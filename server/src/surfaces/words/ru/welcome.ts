import type { Words } from "#src/platform/say.ts";

export const welcome: Words = {
  "There is no welcome rule {0} here": "Правила приветствия {0} здесь нет",
  "See listWelcomeRules for yours": "Ваши показывает listWelcomeRules",
  'The welcome rule "{0}" has been changed since: it is at revision {1}, not {2}':
    "Правило приветствия «{0}» с тех пор изменили: у него версия {1}, а не {2}",
  "The greeting has no words": "В приветствии нет слов",
  "Write it in English, in Russian, or in both": "Напишите его по-английски, по-русски или на обоих языках",
};
