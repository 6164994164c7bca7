import type { LetterLanguage } from "./notice-language.ts";

const en = {
  reply: (name: string, site: string) => `${name} answered you on ${site}`,
  mention: (name: string, site: string) => `${name} mentioned you on ${site}`,
  watch: (name: string, site: string) => `${name} wrote in a talk that you follow on ${site}`,
  many: (count: number, site: string) => `${count} new comments for you on ${site}`,
  on: (title: string) => `On “${title}”`,
  open: "Open the talk",
  why: (site: string) => `This letter came because you left your address in the talk on ${site}.`,
  manage: "Stop these letters",
  stopTitle: "Which letters are to stop?",
  stopThread: (title: string) => `Those about “${title}”`,
  stopSite: (site: string) => `All about the talk on ${site}`,
  stopAll: "All about talks, on every site of this owner",
  stopped: "Done: these letters have stopped",
  follow: (title: string) => `Tell me of everything in “${title}”`,
  following: "Done: you will be told of everything in this talk",
  held: (count: number, site: string) =>
    count === 1 ? `A comment waits on ${site}` : `${count} comments wait on ${site}`,
  heldText: "They are shown to nobody until somebody decides.",
  decide: "Decide",
  team: "You get this letter because a workspace has named your address. It can be taken out in the settings of comments.",
};
export type NoticeWords = typeof en;

const plural = new Intl.PluralRules("ru");
const comments = (count: number): string => {
  const form = plural.select(count);
  return form === "one" ? "комментарий" : form === "few" ? "комментария" : "комментариев";
};

const ru: NoticeWords = {
  reply: (name, site) => `Вам ответили на «${site}»: ${name}`,
  mention: (name, site) => `Вас упомянули на «${site}»: ${name}`,
  watch: (name, site) => `В обсуждении, за которым вы следите, пишет ${name} («${site}»)`,
  many: (count, site) => `Для вас на «${site}»: ${count} ${comments(count)}`,
  on: (title) => `К странице «${title}»`,
  open: "Открыть обсуждение",
  why: (site) => `Письмо пришло, потому что вы оставили адрес в обсуждении на «${site}».`,
  manage: "Больше не присылать",
  stopTitle: "Какие письма больше не присылать?",
  stopThread: (title) => `Об обсуждении «${title}»`,
  stopSite: (site) => `Обо всех обсуждениях на «${site}»`,
  stopAll: "Обо всех обсуждениях на всех сайтах этого владельца",
  stopped: "Готово: этих писем больше не будет",
  follow: (title) => `Сообщать обо всём в обсуждении «${title}»`,
  following: "Готово: мы сообщим обо всём в этом обсуждении",
  held: (count, site) => `На «${site}» ждёт решения: ${count} ${comments(count)}`,
  heldText: "Пока никто не решит, их не видит никто.",
  decide: "Решить",
  team: "Письмо пришло, потому что ваш адрес указан в рабочем пространстве. Убрать его можно в настройках комментариев.",
};

const words: Readonly<Record<LetterLanguage, NoticeWords>> = { en, ru };
export const noticeWords = (language: LetterLanguage): NoticeWords => words[language];
