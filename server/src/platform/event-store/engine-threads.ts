/** Connections for questions, and of their own for writes, so that heavy questions never hold up the events. */
export const readers = 4;
export const writers = 2;

/** Threads of libuv in the engine's process: each running statement holds one, and files and sockets need some too. */
export const engineThreads = readers + writers + 4;
