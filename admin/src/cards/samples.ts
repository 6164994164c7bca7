/** What the preview shows a look with: each is hard in its own way. Their words are content, not the app's. */
export const samples = [
  {
    id: "russian",
    title: "Как заварить чай в самоваре: подробное руководство для начинающих",
    author: "Анна Ёлкина",
    language: "ru",
  },
  {
    id: "english",
    title: "How to brew tea in a samovar: a thorough guide for beginners",
    author: "Anna Yolkina",
    language: "en",
  },
  {
    id: "emoji",
    title: "Лето в городе 🎉🌞 — 10 идей для прогулок с детьми 👨‍👩‍👧‍👦",
    author: "Анна Ёлкина",
    language: "ru",
  },
  {
    id: "arabic",
    title: "كيف تحضر الشاي في السماور: دليل كامل للمبتدئين 2026 (ABC)",
    author: "ليلى حداد",
    language: "ar",
  },
  {
    id: "hebrew",
    title: "איך מכינים תה בסמובר: מדריך מלא למתחילים, 2026 (ABC)",
    author: "דנה לוי",
    language: "he",
  },
  {
    id: "long",
    title:
      "Всё, что вы хотели знать о чае, самоварах, температуре воды, сортах листа и долгой истории чайного пути, но не знали, у кого спросить, и ещё кое-что о вареньях, баранках и вечерах на веранде",
    author: "Анна Ёлкина",
    language: "ru",
  },
] as const;

export const publishedOn = "2026-11-24";
