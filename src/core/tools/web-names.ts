export const WEB_FETCH = "web_fetch";
export const WEB_SEARCH = "web_search";
