/** What the work has read so far: the requester's words, the repository, or texts of strangers (a ticket, a web page). */
export type Taint = "none" | "repository" | "outside";
