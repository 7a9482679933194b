/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "instant.h"

#include <string.h>

#include "digits.h"

#define SECONDS_PER_DAY 86400
#define TEXT_LEN (DD_INSTANT_BUFFER - 1)

/* Days since 1970: years begin in March, so that the leap day is the last of its year. */
static int64_t
count_days(DdDate date)
{
	int64_t year = date.month > 2 ? date.year : date.year - 1;
	int64_t month = date.month > 2 ? date.month - 3 : date.month + 9;
	return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + date.day -
	       1 - 719468;
}

int64_t
dd_instant_make(DdDate date, int hour, int minute, int second)
{
	if (!dd_date_is_set(date) || hour < 0 || hour > 23 || minute < 0 || minute > 59 ||
		second < 0 || second > 60)
		return -1;
	return count_days(date) * SECONDS_PER_DAY + (int64_t)(hour * 3600 + minute * 60 + second);
}

DdDate
dd_instant_day(int64_t instant, int zone, int *second_out)
{
	if (instant < 0 || instant > dd_instant_make(dd_date_make(2199, 12, 30), 0, 0, 0))
		return DD_DATE_NONE;
	int64_t local = MAX(instant + zone, 0);
	if (second_out != NULL)
		*second_out = (int)(local % SECONDS_PER_DAY);
	return dd_date_add_days(dd_date_make(1970, 1, 1), (int)(local / SECONDS_PER_DAY));
}

const char *
dd_instant_format(int64_t instant, char buffer[DD_INSTANT_BUFFER])
{
	int second = 0;
	dd_date_format(dd_instant_day(instant, DD_ZONE_VIETNAM, &second), buffer);
	if (*buffer == '\0')
		return buffer;
	const int parts[] = {second / 3600, second / 60 % 60, second % 60};
	char *at = buffer + strlen(buffer);
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
		*at++ = i == 0 ? 'T' : ':';
		at = dd_digits_write_fixed(at, 2, (unsigned)parts[i]);
	}
	memcpy(at, "+07:00", sizeof("+07:00"));
	return buffer;
}

bool
dd_instant_parse(const char *text, int64_t *instant_out)
{
	static const char form[] = "0000-00-00T00:00:00+07:00";
	if (strlen(text) != TEXT_LEN)
		return false;
	int value[TEXT_LEN] = {0}; /* of the figures that end there */
	for (size_t i = 0; i < TEXT_LEN; i++) {
		bool figure = g_ascii_isdigit(text[i]);
		if (i < 19 && form[i] == '0' ? !figure : text[i] != form[i])
			return false;
		if (figure)
			value[i] = text[i] - '0' + (i > 0 ? 10 * value[i - 1] : 0);
	}
	int64_t local = dd_instant_make(
		dd_date_make(value[3], value[6], value[9]), value[12], value[15], value[18]);
	if (local < DD_ZONE_VIETNAM)
		return false;
	*instant_out = local - DD_ZONE_VIETNAM;
	return true;
}
