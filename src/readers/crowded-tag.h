/* SPDX-License-Identifier: GPL-3.0-or-later */
/* crowded-tag.h: a look at XML and HTML before a parser sees them */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

G_BEGIN_DECLS

/*
 * Returns: TRUE when some tag of XML has more than DD_MAX_XML_ATTRIBUTES attributes, which no office program writes. expat keeps
 * room for all, and by the time it tells of an element it is too late. Linear in @len
 */
bool
dd_has_crowded_tag(const char *bytes, size_t len);
/*
 * The same for HTML as libxml2 takes it, and DD_MAX_HTML_ATTRIBUTES: an attribute needs no '=', a value may hold '<', and each name
 * is compared with all before it. What only looks like a tag, in a script or a comment, counts too.
 */
bool
dd_has_crowded_html_tag(const char *bytes, size_t len);

G_END_DECLS
