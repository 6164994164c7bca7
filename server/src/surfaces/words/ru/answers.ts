import type { Words } from "#src/platform/say.ts";

export const answers: Words = {
  "A site has at most {0} FAQ entries": "У сайта может быть не больше {0} вопросов в разделе ответов",
  "Delete some that nobody asks for, or make pages of them":
    "Удалите те, о которых не спрашивают, или сделайте из них страницы",
  "There is no FAQ entry {0} here": "Записи вопросов и ответов {0} здесь нет",
  "See listFaqEntries": "Посмотрите listFaqEntries",
  "More than {0} questions in an hour came from here": "Отсюда пришло больше {0} вопросов за час",
  "Wait an hour": "Подождите час",
  'email: "{0}" is no e-mail address': "email: «{0}» — не адрес почты",
  "Use one such as name@example.com, or leave it out":
    "Укажите такой, как name@example.com, или оставьте поле пустым",
  "There is no question {0} here": "Вопроса {0} здесь нет",
  "See listQuestions": "Посмотрите listQuestions",
  "questionIds: the question {0} is not another one of the same site":
    "questionIds: вопрос {0} — не другой вопрос того же сайта",
  "Merge questions of one site": "Объединяйте вопросы одного сайта",
  "The question “{0}” stands under another one": "Вопрос «{0}» объединён с другим",
  "Ask for that one: {0}": "Обратитесь к нему: {0}",
  "“{0}” is answered already, by {1}": "На вопрос «{0}» уже ответили: {1}",
  "Change its FAQ entry, or reopen the question first":
    "Измените его ответ или сначала верните вопрос в ожидающие",
  "There is no search {0} here": "Поиска {0} здесь нет",
  "Search anew": "Поищите ещё раз",
  'page: "{0}" is no page of {1}': "page: «{0}» — не страница сайта {1}",
  "needs question, answer and language, or the faqEntryId of an entry that answers it":
    "нужны question, answer и language — или faqEntryId записи, в которой уже есть ответ",
};
