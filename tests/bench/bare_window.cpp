// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QLabel>
#include <QVBoxLayout>
#include <QWidget>

// The least that a window made of Qt Widgets can be: what first_paint compares with.
int main(int argc, char** argv)
{
    const QApplication app(argc, argv);
    QWidget window;
    auto* const column = new QVBoxLayout(&window);
    column->addWidget(new QLabel(QStringLiteral("Nothing but a label"), &window));
    window.resize(1280, 720);
    window.show();
    return QApplication::exec();
}
