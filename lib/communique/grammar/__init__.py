"""The shared grammar of news English: text, names, countries, numbers, money, dates and lists."""
