export const WEB_FETCH = "web_fetch";
