/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pdf-signature-time.c: both begin with the same fourteen figures, of which a date of PDF may leave out the last ones */
#include "pdf-signature-time.h"

#include <stdbool.h>
#include <string.h>

#include "instant.h"

typedef struct {
	const char *at;
	gsize left;
} Figures;

/* Reads @n figures. Returns: FALSE when they are not all there; nothing is passed then */
static bool
read_figures(Figures *self, unsigned n, int *value_out)
{
	int value = 0;
	if (self->left < n)
		return false;
	for (unsigned i = 0; i < n; i++) {
		if (!g_ascii_isdigit(self->at[i]))
			return false;
		value = value * 10 + (self->at[i] - '0');
	}
	self->at += n;
	self->left -= n;
	*value_out = value;
	return true;
}

/* Reads year to second. Returns: -1 when there is no such time */
static int64_t
read_time(Figures *self, bool whole)
{
	int year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0;
	if (!read_figures(self, 4, &year))
		return -1;
	bool more = read_figures(self, 2, &month) && read_figures(self, 2, &day) &&
		    read_figures(self, 2, &hour) && read_figures(self, 2, &minute) &&
		    read_figures(self, 2, &second);
	return whole && !more ? -1
			      : dd_instant_make(dd_date_make(year, month, day), hour, minute, second);
}

int64_t
dd_pdf_time_read(const char *text, gsize len, int *zone_out)
{
	Figures figures = {text, len};
	if (len > 2 && memcmp(text, "D:", 2) == 0)
		figures = (Figures){text + 2, len - 2};
	int64_t time = read_time(&figures, false);
	if (time < 0)
		return 0;
	/* without a zone the time is that of an unknown place, which PDF takes for UTC */
	char sign = figures.left > 0 ? *figures.at : 'Z';
	int hours = 0, minutes = 0;
	if (sign == '+' || sign == '-') {
		figures = (Figures){figures.at + 1, figures.left - 1};
		if (!read_figures(&figures, 2, &hours) || hours > 23)
			return 0;
		if (figures.left > 0 && *figures.at == '\'')
			figures = (Figures){figures.at + 1, figures.left - 1};
		if (!read_figures(&figures, 2, &minutes) || minutes > 59)
			minutes = 0;
	}
	int distance = hours * 3600 + minutes * 60;
	*zone_out = sign == '-' ? -distance : distance;
	return MAX(time - *zone_out, 0);
}

int64_t
dd_stamp_time_read(const char *text, gsize len)
{
	Figures figures = {text, len};
	int64_t time = read_time(&figures, true);
	if (time < 0)
		return 0;
	if (figures.left > 0 && *figures.at == '.') {
		do
			figures = (Figures){figures.at + 1, figures.left - 1};
		while (figures.left > 0 && g_ascii_isdigit(*figures.at));
	}
	return figures.left == 1 && *figures.at == 'Z' ? MAX(time, 0)
						       : 0; /* RFC 3161 has no other zone */
}
