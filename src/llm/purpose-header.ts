/** Says what a request is for: a cassette finds its episode by it. Servers of models do not look at it. */
export const PURPOSE_HEADER = "x-sparks-purpose";
