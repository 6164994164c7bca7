export const answerViews = ["questions", "faq", "searches", "try"] as const;
export type AnswerView = (typeof answerViews)[number];
