import type { Words } from "#src/platform/say.ts";

export const reports: Words = {
  "The question is too heavy for the event store": "Вопрос слишком тяжёл для хранилища событий",
  "Narrow it: a shorter period, one site, or one page":
    "Сузьте его: короче период, один сайт или одна страница",
  "The event store has too many questions at once": "У хранилища событий сейчас слишком много вопросов сразу",
  "Ask again in a moment": "Спросите ещё раз через мгновение",
  "compareFrom: {0} is not before {1}": "compareFrom: {0} не раньше, чем {1}",
  "interval: {0} hours are more than a chart can show": "interval: часов ({0}) больше, чем покажет график",
  "Ask for days, or for a shorter period": "Спросите по дням или за более короткий период",
  "Nobody has arrived by {0} yet, nor shared it": "По {0} ещё никто не пришёл и никто этим не делился",
  "Take an id from the list of share trees": "Возьмите идентификатор из списка деревьев пересылок",
  "There is no visit {0} here": "Визита {0} здесь нет",
  "Visits are kept as long as their site keeps events; see listVisits":
    "Визиты хранятся, пока сайт хранит события; какие есть, покажет listVisits",
  "The visits can't be told by these fields: {0}": "По этим полям визиты не выбрать: {0}",
  "Give the fields of listVisits, without limit and after": "Задайте поля listVisits, кроме limit и after",
  "There is no workspace {0} of yours": "Рабочего пространства {0} у вас нет",
  "Give the id of one of yours as workspaceId, or a key that may read":
    "Задайте в workspaceId идентификатор своего пространства или возьмите ключ с правом чтения",
  "There is no annotation {0} here": "Пометки {0} здесь нет",
  "See listAnnotations": "Какие есть, покажет listAnnotations",
  "There is no kept view {0} here": "Сохранённого вида {0} здесь нет",
  "See listReportViews": "Какие есть, покажет listReportViews",
};
