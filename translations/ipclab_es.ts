<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name>CommandLine</name>
    <message>
        <source>not proved: %1 is not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it took %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: there is no lab.toml here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ipclab [--lab NAME] [--lang es] [--projector]    the window
ipclab labs [--json]                             the catalog
ipclab run LAB [--variant c|python] [--set NAME=VALUE]… [--record FILE] [--json]
                                                 solve a lab without a window
ipclab watch [--json] [--record FILE] [--timeout SECONDS] [--parallel] -- COMMAND…
                                                 run a command and say what happens
ipclab check FOLDER… [--variant c|python] [--json]
                                                 prove labs
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not seen: what it expects did not happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not be done: no such program runs at that moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waited in vain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no lab named &quot;%1&quot;. “ipclab labs” lists those there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected, and not so: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it held before anything was done, so it proves nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the lab answers “%1”, the run shows “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>process %1 was left behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lab has no setting “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one lab to run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The variant is c or python.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lab needs %1, which is not installed on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::BytesLegend</name>
    <message>
        <source>Where are the bytes?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::BytesPane</name>
    <message>
        <source>Bytes of the chosen row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No bytes of this row are kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::CatalogCard</name>
    <message>
        <source>✓ done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::CatalogView</name>
    <message>
        <source>No labs are installed. A folder with a lab.toml in your data directory appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lab has these words. Clear the search to see all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the labs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::CatalogWords</name>
    <message>
        <source>Processes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pipes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buffering and deadlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FIFOs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sockets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads and locks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared memory, queues, calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pools and event loops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not installed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: only the Python variant can run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: only the C variant can run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labs that cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipclab::ChannelPage</name>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who can write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who can read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the bytes are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It carries no bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody: a reader sees end of file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody: a writer gets SIGPIPE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close IPC Lab&apos;s end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The others then see end of file, or SIGPIPE when they write.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::CodePanel</name>
    <message>
        <source>Programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programs of the lab appear here, as they run. A command of your own shows its script here if it has one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::CommandBox</name>
    <message>
        <source>terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FIFO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>socket (TCP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unix socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run any command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch your own program: every process it starts, every byte, and why it waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command to run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;stdin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How stdin is wired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>std&amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How stdout is wired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder to run it in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::ConsolePanel</name>
    <message>
        <source>IPC Lab&apos;s end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went through IPC Lab&apos;s end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a line, Enter sends it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the line and a newline to the program&apos;s stdin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (end of file)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close our end: the program reads end of file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the program writes arrives here, when IPC Lab holds the other end of its stdout. What you type goes to its stdin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take what waits in the kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave what the program writes in the kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end of file: the program has closed its output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 before these not shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::GuidePanel</name>
    <message>
        <source>GUIDE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GUIDE · STEP %1 OF %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GUIDE · ALL %1 STEPS DONE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a lab: its question and its steps appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next lab: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin this lab again from its first step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps tick themselves when the kernel shows it happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::GuideWords</name>
    <message>
        <source>fully: until the buffer is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by lines: until a line ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not at all: every write goes out at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>press Enter in “IPC Lab&apos;s end”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type “%1” in “IPC Lab&apos;s end”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close the input in “IPC Lab&apos;s end”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an answer first, then run again: only what happens after your prediction counts.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a program. What it waits for, its open files and its signals are shown here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::InspectorWords</name>
    <message>
        <source>%1 of %2 bytes wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 written · %2 read in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fd %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 processes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>went to its handler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did what it does by default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send SIGTERM to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close our end of %1 (end of file)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::LabPage</name>
    <message>
        <source>Workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IPC Lab&apos;s end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program could not be built.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::LegendEntry</name>
    <message>
        <source>writer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::MainWindow</name>
    <message>
        <source>There is no lab “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lab “%1” cannot be opened. Its files say:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a command first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is being saved: %1 %. Dismiss this to give it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions (*.jsonl);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About IPC Lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run real programs and see what the kernel does with them: where each byte is, and why nothing moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::MapScene</name>
    <message>
        <source>DEADLOCK</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::MapView</name>
    <message>
        <source>1 ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing runs here yet.
Run a program, and each process and each channel that the kernel makes for it appears here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::MapWords</name>
    <message>
        <source>%1 / %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 buffer · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ended or stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→ %1 processes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→ nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 writer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 writers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 readers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 written · %2 read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+%1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a deadlock</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this message away (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::PanelZoom</name>
    <message>
        <source>All panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all panels (F10, Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::PlotsPanel</name>
    <message>
        <source>%1 %2, in its buffer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, to the first end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, to the second end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels of channels and buffers over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, + and − zoom, 0 shows the whole run, a click goes to that moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How full each pipe, socket and buffer was appears here, as soon as bytes move.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::PredictionBox</name>
    <message>
        <source>That is my prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choice %1: the key %1 marks it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::ProcessPage</name>
    <message>
        <source>Process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ways out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds no open file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signals</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::ShortcutsSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::SignalButtons</name>
    <message>
        <source>Send %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::StepRow</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You predicted: **%1**.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ As you predicted: **%1**.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ You predicted: **%1**. The kernel showed: **%2**.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your turn: **%1**</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>**Hint.** %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::TimeBar</name>
    <message>
        <source>Moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag, or use the arrow keys, to see the state at an earlier moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of the moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what happens now (End)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the processes go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold all the processes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::TopBar</name>
    <message>
        <source>Labs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the catalog (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End all, forget what was seen, and begin again (Ctrl+Shift+R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End all that runs (Ctrl+.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the programs with these switches (Ctrl+R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything larger, for the last row (F11)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::TrafficModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they are</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::TrafficPanel</name>
    <message>
        <source>All channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All, and reads of files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 older rows not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contents of %1 not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the bytes as text, control codes made visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the bytes as offset, hexadecimal and ASCII</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the rows (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every byte that a process writes, reads or still keeps appears here, one row each, as soon as something runs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::TrafficSearch</name>
    <message>
        <source>Find in the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text to find in the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row before (Shift+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next row (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in none of the rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::TrafficWords</name>
    <message>
        <source>%1 more not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end of file: no writer is left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept in the process, no system call made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asked for</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Catalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save session as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;eset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Projector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Maximise the panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the tabs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the time bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the s&amp;ystem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About IPC Lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause and go on, where Space does nothing else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all panels; dismiss a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next field, card or button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map: the next card. Time: an event back or on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other tabs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ipclab::Wording</name>
    <message>
        <source>at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keeps %2 bytes in its own buffer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2 bytes in its own buffer, not yet taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%2 bytes of %1 are in the kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is buffered: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has not ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a zombie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%2 bytes of %1 have arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%2” of %1 has arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was killed by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has ended with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>an event; a process</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 times</source>
        <comment>an event; how often</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at some moment: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not so: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starts, made by %1 with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starts thread %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>executes %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is waited for by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has lost its parent, and is adopted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is stopped by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end of file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sends %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gets %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connects to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listens at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepts a connection on descriptor %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: descriptor %2 is an end of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number, not below 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list in [ ], with as many items as it needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table in { }</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no run named “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no switch named “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not one of the values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no wiring “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no place “%1” for a byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no buffer mode “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no finding “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no signal “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not name a stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is known to do for “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” means nothing here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file “%1” is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be read (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is larger than the limit, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not TOML: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key “%1” is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” must be %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key “%1” is not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no name: use a-z, 0-9, - and _, at most 64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name “%1” is taken already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is outside of the lab&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program&apos;s file “%1” is not in the lab&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text under “%1” is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” belongs to nothing, or is there twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; there is: %2</source>
        <comment>a problem; the words that are allowed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FIFO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unix socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UDP socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>message queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eventfd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semaphore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pipe %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FIFO %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>terminal %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>socket %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UDP %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>killed by %1, core dumped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>killed by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zombie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sleeping · %1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting · %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the writer&apos;s buffer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the reader&apos;s buffer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, but %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The byte that is missing is written already: it is still in the %1 buffer of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 that are missing are written already: they are still in the %2 buffer of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot enter the folder %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot start %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linux does not let IPC Lab watch the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot make the FIFO %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot make another process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot listen at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot connect to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot make the folder %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot read %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot send the signal to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such program, or what it names in its first line (#!) is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>permission was denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not permitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a program that Linux can run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part of the path is not a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it exists already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program uses that address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this machine does not have that address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody listens there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the limit on processes is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the process is no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is open for writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody reads there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this kernel does not have that call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system says %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this machine forbids tracing, run: sudo sysctl kernel.yama.ptrace_scope=1. In Docker, start the container with --cap-add=SYS_PTRACE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check how it is spelled, and that it is installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check how it is spelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it executable: chmod +x %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a place where you may read and write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A script needs a first line such as #!/bin/sh; a binary has to be built for this kind of machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another port, or end the program that uses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, or choose another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close some programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End some programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a shorter path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it is written, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bytes are still with the writer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An end is still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zombie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orphan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken pipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost datagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server that nobody asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 still holds an end of %2 that it does not use, so the other side never sees end of file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parent of %1 has ended; another process has adopted it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wrote into %2, which nobody can read any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A datagram that %1 sent to %2 was lost, and nobody was told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 listens at %2, and nobody has connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be caught</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always stops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default: stops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default: ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default: ends, core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default: ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits in %2 for a lock or for a word of another thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits in %2 for a lock that %3 holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits in %2 for a lock that thread %3 of %4 holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sleeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sleeps: %2 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits in %2 until something happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits in %2 until something happens on %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits in %2 until another process opens the other end of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a FIFO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits in %2 until the other side answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits in %2 for data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits in %2 for data from %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits in %2 for room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits in %2 for room: %3 is full (%4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits in %2 until someone connects to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits in %2 for the end of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits in %2 for a signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 can write there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 can read there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 can release it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 could end that wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, where only %2 writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, where only %2 reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, which only %2 can bring about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, and that process is in a deadlock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has written %2, but they are still in its own %3 buffer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are there: it is about to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits for you to type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IPC Lab holds the other end: send something, or close that end so that the program sees end of file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A program that IPC Lab does not watch may write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can write there any more, so it is about to see end of file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IPC Lab holds the other end and does not read now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If nothing happens it goes on after %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 after %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays as a zombie until its parent, %1, asks for its end with wait().</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays as a zombie until whoever adopted it asks for its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>so they stay in its own %1-byte buffer until the line ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>so they stay in its own %1-byte buffer until it is full, flushed, or the program ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has printed %2, but its %3 is a %4, %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel has seen none of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are the ends that IPC Lab holds: what you type is written there, and what arrives is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was stopped by %2. It goes on when it gets SIGCONT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is running: it waits for nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why does nothing move?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does it do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why has it stopped?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it still there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How did it end?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is nothing arriving?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why does it wait?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
