/** As the server has it. */
export const minPasswordLength = 10;
