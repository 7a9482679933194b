/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cite-cases-test-support.h: passages that cite documents, and what is to be found in each */
#pragma once

#include "cite.h"

G_BEGIN_DECLS

/*
 * What is found, one line each: kind|number|date|issuer|relation|clause; "=" and the raw text stand for the kind where
 * there is no number; "-" for what is not said.
 */
typedef struct {
	DdCitePlace place;
	DdDamage damage;
	const char *text, *found;
} DdCiteCase;

extern const DdCiteCase dd_cite_cases[], dd_cite_number_cases[], dd_cite_name_cases[];
extern const size_t dd_cite_n_cases, dd_cite_n_number_cases, dd_cite_n_name_cases;

G_END_DECLS
