/* SPDX-License-Identifier: GPL-3.0-or-later */
/* crowded-tag.h: a look at XML or HTML before a parser sees it */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

G_BEGIN_DECLS

/*
 * Returns: TRUE when some tag has more than DD_MAX_XML_ATTRIBUTES attributes, which no office program writes. libxml2 compares each
 * with each, expat keeps room for all, and by the time they tell of an element it is too late. Linear in @len
 */
bool
dd_has_crowded_tag(const char *bytes, size_t len);

G_END_DECLS
