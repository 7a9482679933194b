/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page-none.c: what a build without the page (-Dpage=false) has instead of it */
#include "page.h"

const DdPageFile dd_page_files[] = {{.path = ""}};
const size_t dd_n_page_files = 0;
