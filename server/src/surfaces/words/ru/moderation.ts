import type { Words } from "#src/platform/say.ts";

export const moderation: Words = {
  'The comment is "{0}" by now; somebody else has decided':
    "Комментарий уже в состоянии «{0}»: решил кто-то другой",
  "The author has edited the comment since you saw it": "Автор изменил комментарий, пока вы его смотрели",
  "Reload it, read it again, then decide": "Обновите, прочтите заново и решите",
  "Reload it to see what became of it": "Обновите, чтобы увидеть, что с ним стало",
  "There is no decision {0} here": "Решения {0} здесь нет",
  "Decide anew": "Решите заново",
  "The decision was taken back already": "Решение уже отменено",
  "Reload the queue to see what became of its comments":
    "Обновите очередь, чтобы увидеть, что стало с комментариями",
  "What was deleted does not come back": "Удалённое не возвращается",
  "Reject a comment, rather than delete it, when you may want it back":
    "Если комментарий может понадобиться, отклоните его, а не удаляйте",
  "file: is no database of isso": "file: это не база isso",
  "Upload the file that isso's setting dbpath names": "Загрузите файл, названный в настройке isso dbpath",
  'file: line {0} is not JSON: "{1}"': "file: строка {0} — не JSON: «{1}»",
  "Export it again, and unpack it if it came as an archive": "Выгрузите ещё раз и распакуйте, если это архив",
  "file: is no whole XML: {0}": "file: это не целый XML: {0}",
  "There is no entry {0} in the lists here": "Записи {0} в списках здесь нет",
  "See listModerationEntries": "Смотрите listModerationEntries",
  'pattern: nothing could ever match "{0}"': "pattern: под «{0}» ничего не подойдёт",
  "Write it as in {0}": "Напишите так: {0}",
  "The site's lists have {0} entries already": "В списках сайта уже записей: {0}",
  "Delete some that are no longer met: the scorer learns words by itself":
    "Удалите те, что больше не встречаются: слова фильтр учит сам",
};
