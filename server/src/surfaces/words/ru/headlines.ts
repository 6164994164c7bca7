import type { Words } from "#src/platform/say.ts";

export const headlines: Words = {
  'titles: "{0}" stands there twice': "titles: «{0}» стоит там дважды",
  "Give each variant a title of its own": "Дайте каждому варианту свой заголовок",
  "Neither titles nor posts are given": "Не даны ни заголовки, ни посты",
  "Give titles of the page, or postIds of posts that lead to it":
    "Дайте заголовки страницы или postIds постов, которые на неё ведут",
  "There is no post {0} here": "Поста {0} здесь нет",
  "See listPosts": "Какие есть, покажет listPosts",
  "{0} is being tested already, since {1}": "{0} уже проверяется с {1}",
  "End that test first: endHeadlineTest": "Сначала закончите ту проверку: endHeadlineTest",
  "There is no headline test {0} here": "Проверки заголовков {0} здесь нет",
  "See listHeadlineTests for yours": "Какие есть у вас, покажет listHeadlineTests",
  "There is no title {0} in this test": "Заголовка {0} в этой проверке нет",
  "See getHeadlineTest": "Какие есть, покажет getHeadlineTest",
  "The test ended at {0}": "Проверка закончилась {0}",
  "Begin a new one: createHeadlineTest": "Начните новую: createHeadlineTest",
  "See that the page opens, or give its text": "Проверьте, открывается ли страница, или дайте её текст",
};
