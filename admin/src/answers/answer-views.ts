export const answerViews = ["questions", "faq", "searches", "try"] as const;
