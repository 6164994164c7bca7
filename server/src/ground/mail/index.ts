export { Address, domainOf, keyOfAddress, parseAddress } from "./address.ts";
export { type NewMail, onOneLine, sendMail } from "./send-mail.ts";
