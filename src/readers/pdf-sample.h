/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pdf-sample.h: a small PDF for a first use of poppler: a page with a Vietnamese letter and lines that cross */
#pragma once

/* Without a table of objects: poppler finds them by itself */
static const char dd_pdf_sample[] =
	"%PDF-1.4\n"
	"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
	"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
	"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R"
	"/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
	"4 0 obj<</Length 151>>stream\n"
	"BT /F 12 Tf 10 50 Td (STT) Tj 100 0 Td (\xE0) Tj -100 -20 Td (1) Tj 100 0 Td (b) Tj "
	"-100 -20 Td (2) Tj 100 0 Td (c) Tj ET 5 5 m 5 90 l S 5 5 m 150 5 l S   \n"
	"endstream endobj\n"
	"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>endobj\n"
	"trailer<</Root 1 0 R>>\n"
	"%%EOF\n";
