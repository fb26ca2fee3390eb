// Of which promplan these pages are; the server says which it is itself.
export const VERSION = "0.1.0";
