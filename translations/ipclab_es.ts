<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name>CommandLine</name>
    <message>
        <source>not proved: %1 is not installed</source>
        <translation>sin demostrar: falta instalar %1</translation>
    </message>
    <message>
        <source>it took %1</source>
        <translation>tardó %1</translation>
    </message>
    <message>
        <source>%1: there is no lab.toml here.</source>
        <translation>%1: aquí no hay ningún lab.toml.</translation>
    </message>
    <message>
        <source>seen at %1</source>
        <translation>visto a los %1</translation>
    </message>
    <message>
        <source>not seen: what it expects did not happen</source>
        <translation>no visto: no pasó lo que se esperaba</translation>
    </message>
    <message>
        <source>could not be done: no such program runs at that moment</source>
        <translation>no se pudo hacer: en ese momento no se ejecuta ese programa</translation>
    </message>
    <message>
        <source>waited in vain</source>
        <translation>se esperó en vano</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>sin intentar</translation>
    </message>
    <message>
        <source>There is no lab named &quot;%1&quot;. “ipclab labs” lists those there are.</source>
        <translation>No hay ninguna práctica llamada «%1». «ipclab labs» muestra las que hay.</translation>
    </message>
    <message>
        <source>expected, and not so: %1</source>
        <translation>se esperaba, y no es así: %1</translation>
    </message>
    <message>
        <source>it held before anything was done, so it proves nothing</source>
        <translation>ya se cumplía antes de hacer nada, así que no demuestra nada</translation>
    </message>
    <message>
        <source>the lab answers “%1”, the run shows “%2”</source>
        <translation>la práctica responde «%1», la ejecución muestra «%2»</translation>
    </message>
    <message>
        <source>process %1 was left behind</source>
        <translation>quedó vivo el proceso %1</translation>
    </message>
    <message>
        <source>This lab has no setting “%1”.</source>
        <translation>Esta práctica no tiene la opción «%1».</translation>
    </message>
    <message>
        <source>Name one lab to run.</source>
        <translation>Indica una práctica.</translation>
    </message>
    <message>
        <source>The variant is c or python.</source>
        <translation>La variante es c o python.</translation>
    </message>
    <message>
        <source>This lab needs %1, which is not installed on this machine.</source>
        <translation>Esta práctica necesita %1, y en este equipo no está.</translation>
    </message>
    <message>
        <source>--only takes some of: %1</source>
        <translation>--only admite uno o varios de: %1</translation>
    </message>
    <message>
        <source>%1 is a thread of process %2.</source>
        <translation>%1 es un hilo del proceso %2.</translation>
    </message>
    <message>
        <source>All of them shared one processor; --parallel lets them use every one.</source>
        <translation>Todos compartieron un procesador; con --parallel usan todos los que hay.</translation>
    </message>
    <message>
        <source>Proved. Waiting for the next save…</source>
        <translation>Demostrada. Espero a que guardes otra vez…</translation>
    </message>
    <message>
        <source>Not proved. Waiting for the next save…</source>
        <translation>No está demostrada. Espero a que guardes otra vez…</translation>
    </message>
    <message>
        <source>There is no folder “%1”.</source>
        <translation>No existe la carpeta «%1».</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a lab: use a-z, 0-9, - and _, at most 64.</source>
        <translation>«%1» no puede ser el nombre de una práctica: usa a-z, 0-9, - y _, como mucho 64.</translation>
    </message>
    <message>
        <source>%1 exists already, and was not touched. Choose another name, or another folder with --in.</source>
        <translation>%1 ya existe y no se ha tocado. Elige otro nombre, u otra carpeta con --in.</translation>
    </message>
    <message>
        <source>No lab was made. %1</source>
        <translation>No se ha creado ninguna práctica. %1</translation>
    </message>
    <message>
        <source>The lab is there and works. lab.toml says what to change; this proves it after each save:
  ipclab check --watch %1</source>
        <translation>La práctica ya está ahí y funciona. lab.toml dice qué cambiar; esto la demuestra cada vez que guardas:
  ipclab check --watch %1</translation>
    </message>
    <message>
        <source>The lab in %1 is not one of IPC Lab&apos;s own. It runs these commands as you:</source>
        <translation>La práctica de %1 no es de las de IPC Lab. Ejecuta estos comandos con tu usuario:</translation>
    </message>
    <message>
        <source>with these files: %1</source>
        <translation>con estos archivos: %1</translation>
    </message>
    <message>
        <source>Run it? (y or n)</source>
        <translation>¿La ejecuto? (s o n)</translation>
    </message>
    <message>
        <source>y</source>
        <translation>s</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>Nothing was run. Look at the files, and say that you trust it with --trust.</source>
        <translation>No se ha ejecutado nada. Mira los archivos y di que te fías con --trust.</translation>
    </message>
    <message>
        <source>Nothing was run.</source>
        <translation>No se ha ejecutado nada.</translation>
    </message>
    <message>
        <source>lab</source>
        <translation>práctica</translation>
    </message>
    <message>
        <source>The file with your progress cannot be understood. It is kept as %1.</source>
        <translation>No se entiende el archivo con tu progreso. Queda guardado como %1.</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>pasos</translation>
    </message>
    <message>
        <source>right</source>
        <translation>aciertos</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>ejecuciones</translation>
    </message>
    <message>
        <source>the lab answers “%1”, and nothing in the run shows it</source>
        <translation>la práctica responde «%1», y nada en la ejecución lo muestra</translation>
    </message>
    <message>
        <source>the hint “%1” of the step “%2” was not reached; give the wrong path that leads to it with “by”</source>
        <translation>no se llegó a la pista «%1» del paso «%2»; indica con «by» el camino equivocado que lleva a ella</translation>
    </message>
    <message>
        <source>There are more files than %1: the others are left out.</source>
        <translation>Hay más de %1 archivos: los demás quedan fuera.</translation>
    </message>
    <message>
        <source>ipclab --help, ipclab --version                  this, or which version it is
</source>
        <translation>ipclab --help, ipclab --version                  esto, o qué versión es
</translation>
    </message>
    <message>
        <source>IPC Lab has no display to open its window on. Without one: ipclab labs, ipclab run LAB, ipclab watch -- COMMAND</source>
        <translation>IPC Lab no tiene ninguna pantalla en la que abrir su ventana. Sin ella: ipclab labs, ipclab run PRÁCTICA, ipclab watch -- ORDEN</translation>
    </message>
    <message>
        <source>Whether %1 keeps bytes in a buffer of its own is not known.</source>
        <translation>No se sabe si %1 guarda bytes en un búfer propio.</translation>
    </message>
    <message>
        <source>ipclab [--lab NAME or FOLDER] [--lang es] [--projector] [--record FILE] [SESSION]
                                                 the window; with a session, it is shown
ipclab labs [--json]                             the catalog
ipclab labs --progress [--json | --csv]          how far you got
ipclab run LAB [--variant c|python] [--set NAME=VALUE]… [--record FILE] [--json] [--trust]
                                                 solve a lab without a window
ipclab watch [--json] [-o FILE] [--only TOPIC,…] [--record FILE] [--timeout SECONDS]
             [--parallel] [--limit PROCESSES] [--payload BYTES] [--closed-world]
             -- COMMAND…
                                                 run a command and say what happens
ipclab watch [the same] --pid PID                the same of a process of yours that runs
                                                 already; it goes on when this ends
ipclab why PID [--json]                          why a process waits; exit code 1:
                                                 it is stuck for good
ipclab show SESSION [--at SECONDS or #EVENT] [--json]
                                                 a recorded run, at a moment or its end
ipclab export SESSION --to perfetto|pcapng|report [-o FILE]
                                                 a session for other people&apos;s tools
ipclab grade FOLDER [--json]                     who did which steps, of the sessions there
ipclab check FOLDER… | --watch FOLDER [--variant c|python] [--json]
                                                 prove labs; again after each save
ipclab new NAME [--in FOLDER]                    make a lab that works, to be changed
</source>
        <translation>ipclab [--lab NOMBRE o CARPETA] [--lang es] [--projector] [--record ARCHIVO] [SESIÓN]
                                                 la ventana; con una sesión, la muestra
ipclab labs [--json]                             el catálogo
ipclab labs --progress [--json | --csv]          hasta dónde has llegado
ipclab run PRÁCTICA [--variant c|python] [--set NOMBRE=VALOR]… [--record ARCHIVO] [--json] [--trust]
                                                 resuelve una práctica sin ventana
ipclab watch [--json] [-o ARCHIVO] [--only TEMA,…] [--record ARCHIVO] [--timeout SEGUNDOS]
             [--parallel] [--limit PROCESOS] [--payload BYTES] [--closed-world]
             -- COMANDO…
                                                 ejecuta un comando y cuenta lo que pasa
ipclab watch [lo mismo] --pid PID                lo mismo de un proceso tuyo que ya está en
                                                 marcha; al acabar, lo deja como estaba
ipclab why PID [--json]                          por qué espera un proceso; código 1:
                                                 está atascado para siempre
ipclab show SESIÓN [--at SEGUNDOS o #EVENTO] [--json]
                                                 una ejecución grabada, en un momento o al final
ipclab export SESIÓN --to perfetto|pcapng|report [-o ARCHIVO]
                                                 una sesión para herramientas de otros
ipclab grade CARPETA [--json]                    quién hizo qué pasos, de las sesiones que hay ahí
ipclab check CARPETA… | --watch CARPETA [--variant c|python] [--json]
                                                 demuestra prácticas; y cada vez que guardas
ipclab new NOMBRE [--in CARPETA]                 crea una práctica que funciona, para cambiarla
</translation>
    </message>
    <message>
        <source>--payload takes a number of bytes, 0 or more, not “%1”</source>
        <translation>--payload espera un número de bytes, 0 o más, no «%1»</translation>
    </message>
    <message>
        <source>ipclab --help lists all commands.</source>
        <translation>ipclab --help muestra todos los comandos.</translation>
    </message>
    <message>
        <source>“%1” is neither a command of ipclab nor one session.</source>
        <translation>«%1» no es un comando de ipclab ni una sesión.</translation>
    </message>
    <message>
        <source>--timeout takes a number of seconds, 0.001 or more, not “%1”</source>
        <translation>--timeout admite un número de segundos, 0.001 o más, no «%1»</translation>
    </message>
    <message>
        <source>--limit takes a number of processes, 1 or more, not “%1”</source>
        <translation>--limit admite un número de procesos, 1 o más, no «%1»</translation>
    </message>
    <message>
        <source>--pid takes the number of a process, not “%1”</source>
        <translation>--pid admite el número de un proceso, no «%1»</translation>
    </message>
    <message>
        <source>Name a command after --, or a process with --pid: one of the two.</source>
        <translation>Indica un comando después de --, o un proceso con --pid: una de las dos cosas.</translation>
    </message>
    <message>
        <source>Name one process by its number, its pid.</source>
        <translation>Indica un proceso por su número, su pid.</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>named pipe|named pipes|FIFO|FIFOs</source>
        <translation>tubería con nombre|tuberías con nombre|FIFO</translation>
    </message>
    <message>
        <source>A pipe with a name in the file system: programs that do not know each other meet there. Opening one end waits until somebody opens the other.</source>
        <translation>Una tubería con nombre en el sistema de archivos: en ella se encuentran programas que no se conocen. Abrir un extremo espera hasta que alguien abre el otro.</translation>
    </message>
    <message>
        <source>pipe|pipes</source>
        <translation>tubería|tuberías</translation>
    </message>
    <message>
        <source>A queue of bytes in the kernel: what is written at one end is read at the other, in the same order. When it is full, whoever writes waits.</source>
        <translation>Una cola de bytes en el núcleo: lo que se escribe por un extremo se lee por el otro, en el mismo orden. Cuando está llena, quien escribe espera.</translation>
    </message>
    <message>
        <source>write end|write ends|writing end</source>
        <translation>extremo de escritura|extremos de escritura</translation>
    </message>
    <message>
        <source>The side of a pipe where bytes go in. Only when the last copy of it is closed, in every process, does the reader see the end of file.</source>
        <translation>El lado de una tubería por donde entran los bytes. Solo cuando se cierra su última copia, en todos los procesos, el lector ve el fin de archivo.</translation>
    </message>
    <message>
        <source>read end|read ends|reading end</source>
        <translation>extremo de lectura|extremos de lectura</translation>
    </message>
    <message>
        <source>The side of a pipe where bytes come out. When nobody has it open any more, whoever writes gets SIGPIPE.</source>
        <translation>El lado de una tubería por donde salen los bytes. Cuando ya nadie lo tiene abierto, quien escribe recibe SIGPIPE.</translation>
    </message>
    <message>
        <source>buffer|buffers</source>
        <translation>búfer|búferes</translation>
    </message>
    <message>
        <source>Memory of a program&apos;s own, where bytes are gathered before they are handed to the kernel, or kept after they came from it. No other program gets them there.</source>
        <translation>Memoria propia de un programa, donde los bytes se juntan antes de entregarlos al núcleo o se guardan después de recibirlos de él. Ningún otro programa los recibe desde ahí.</translation>
    </message>
    <message>
        <source>flush|flushes|flushed|flushing</source>
        <translation>vaciar|vaciarlo|vaciado|vaciando</translation>
    </message>
    <message>
        <source>To hand to the kernel now what waits in a program&apos;s own buffer, full or not.</source>
        <translation>Entregar ya al núcleo lo que espera en el búfer del programa, esté lleno o no.</translation>
    </message>
    <message>
        <source>deadlock|deadlocks|deadlocked</source>
        <translation>interbloqueo|interbloqueos</translation>
    </message>
    <message>
        <source>Each waits for another of them, in a circle: nobody can go on, and time does not help. One of them has to be ended, or changed.</source>
        <translation>Cada uno espera a otro de ellos, en círculo: nadie puede seguir, y el tiempo no ayuda. Hay que terminar uno, o cambiarlo.</translation>
    </message>
    <message>
        <source>descriptor|descriptors|file descriptor|file descriptors</source>
        <translation>descriptor|descriptores|descriptor de archivo|descriptores de archivo</translation>
    </message>
    <message>
        <source>The number by which a process names something it has open: a file, a pipe, a socket. 0 is its input, 1 its output, 2 its errors.</source>
        <translation>El número con el que un proceso nombra algo que tiene abierto: un archivo, una tubería, un socket. 0 es su entrada, 1 su salida, 2 sus errores.</translation>
    </message>
    <message>
        <source>signal|signals</source>
        <translation>señal|señales</translation>
    </message>
    <message>
        <source>A short message to a process, by number, such as SIGTERM. It ends, stops or continues the process, is ignored, or runs a function of it: a handler.</source>
        <translation>Un aviso breve a un proceso, por número, como SIGTERM. Lo termina, lo detiene o lo hace seguir, se ignora, o ejecuta una función suya: un manejador.</translation>
    </message>
    <message>
        <source>handler|handlers|signal handler|signal handlers</source>
        <translation>manejador|manejadores|manejador de señal|manejadores de señal</translation>
    </message>
    <message>
        <source>The function that a program asks the kernel to call when a signal comes.</source>
        <translation>La función que un programa pide al núcleo que llame cuando llegue una señal.</translation>
    </message>
    <message>
        <source>SIGPIPE</source>
        <translation>SIGPIPE</translation>
    </message>
    <message>
        <source>The signal that a process gets for writing where nobody can read any more. Unless it is ignored or handled, it ends the process.</source>
        <translation>La señal que recibe un proceso por escribir donde ya nadie puede leer. Si no la ignora ni la maneja, lo termina.</translation>
    </message>
    <message>
        <source>end of file|end-of-file|EOF</source>
        <translation>fin de archivo|EOF</translation>
    </message>
    <message>
        <source>What a reader is told, by a read of 0 bytes, when everything was read and nobody can write any more.</source>
        <translation>Lo que se le dice a un lector, con una lectura de 0 bytes, cuando todo está leído y ya nadie puede escribir.</translation>
    </message>
    <message>
        <source>zombie|zombies</source>
        <translation>zombi|zombis</translation>
    </message>
    <message>
        <source>A process that has ended, but whose parent has not yet asked how: only its number and its exit code are left.</source>
        <translation>Un proceso que ha terminado, pero cuyo padre aún no ha preguntado cómo: solo quedan su número y su código de salida.</translation>
    </message>
    <message>
        <source>orphan|orphans</source>
        <translation>huérfano|huérfanos</translation>
    </message>
    <message>
        <source>A process whose parent ended before it. Another process becomes its parent, and will collect it when it ends.</source>
        <translation>Un proceso cuyo padre terminó antes que él. Otro proceso pasa a ser su padre, y lo recogerá cuando termine.</translation>
    </message>
    <message>
        <source>exit code|exit codes|exit status</source>
        <translation>código de salida|códigos de salida|estado de salida</translation>
    </message>
    <message>
        <source>The number that a process leaves for its parent when it ends: 0 says that all went well.</source>
        <translation>El número que un proceso deja a su padre al terminar: 0 dice que todo fue bien.</translation>
    </message>
    <message>
        <source>fork|forks|forked</source>
        <translation>fork|forks|bifurcar</translation>
    </message>
    <message>
        <source>To make a new process as a copy of the one that asks. The copy begins with a copy of the memory, and with the same descriptors open.</source>
        <translation>Crear un proceso nuevo como copia del que lo pide. La copia empieza con una copia de la memoria y con los mismos descriptores abiertos.</translation>
    </message>
    <message>
        <source>exec</source>
        <translation>exec</translation>
    </message>
    <message>
        <source>To begin another program in the same process. Its number stays, and so do the descriptors that were not marked to be closed.</source>
        <translation>Empezar otro programa en el mismo proceso. Su número se mantiene, y también los descriptores que no se marcaron para cerrarse.</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>núcleo</translation>
    </message>
    <message>
        <source>The heart of the system: it runs the processes, and gives them what they share: files, pipes, sockets, signals, memory.</source>
        <translation>El corazón del sistema: ejecuta los procesos y les da lo que comparten: archivos, tuberías, sockets, señales, memoria.</translation>
    </message>
    <message>
        <source>system call|system calls</source>
        <translation>llamada al sistema|llamadas al sistema</translation>
    </message>
    <message>
        <source>A program&apos;s request to the kernel, such as to read or to write. Until it is answered, the thread that asked stands still.</source>
        <translation>Una petición de un programa al núcleo, como leer o escribir. Hasta que se contesta, el hilo que la hizo está parado.</translation>
    </message>
    <message>
        <source>socket|sockets</source>
        <translation>socket|sockets</translation>
    </message>
    <message>
        <source>An end of a connection between two processes, on one machine or over the network: each can write to the other and read from it.</source>
        <translation>Un extremo de una conexión entre dos procesos, en una máquina o por la red: cada uno puede escribir al otro y leer de él.</translation>
    </message>
    <message>
        <source>backlog</source>
        <translation>backlog</translation>
    </message>
    <message>
        <source>The queue of connections that are made but not yet accepted by the server, and the number that says how many may wait there.</source>
        <translation>La cola de conexiones hechas que el servidor aún no ha aceptado, y el número que dice cuántas pueden esperar en ella.</translation>
    </message>
    <message>
        <source>datagram|datagrams</source>
        <translation>datagrama|datagramas</translation>
    </message>
    <message>
        <source>A message sent as one piece: it arrives whole or not at all, and may be lost without a word.</source>
        <translation>Un mensaje enviado de una pieza: llega entero o no llega, y puede perderse sin aviso.</translation>
    </message>
    <message>
        <source>thread|threads</source>
        <translation>hilo|hilos</translation>
    </message>
    <message>
        <source>One of several runs through the same program, at the same time and in the same memory.</source>
        <translation>Cada una de las líneas de ejecución de un mismo programa, a la vez y en la misma memoria.</translation>
    </message>
    <message>
        <source>lock|locks|mutex|mutexes</source>
        <translation>cerrojo|cerrojos|mutex</translation>
    </message>
    <message>
        <source>What only one can hold at a time: whoever wants it next waits until it is let go.</source>
        <translation>Lo que solo uno puede tener a la vez: quien lo quiera después espera hasta que se suelte.</translation>
    </message>
    <message>
        <source>semaphore|semaphores</source>
        <translation>semáforo|semáforos</translation>
    </message>
    <message>
        <source>A number that is taken down before and put up after: at zero, whoever wants to take it down waits.</source>
        <translation>Un número que se baja antes y se sube después: en cero, quien quiere bajarlo espera.</translation>
    </message>
    <message>
        <source>shared memory</source>
        <translation>memoria compartida</translation>
    </message>
    <message>
        <source>Memory that several processes have in common: what one writes the others see at once, and nobody is told.</source>
        <translation>Memoria que varios procesos tienen en común: lo que uno escribe los otros lo ven al instante, y a nadie se le avisa.</translation>
    </message>
    <message>
        <source>race condition|race conditions</source>
        <translation>condición de carrera|condiciones de carrera</translation>
    </message>
    <message>
        <source>A fault that shows or not according to who happens to be first.</source>
        <translation>Un fallo que se muestra o no según quién llegue primero.</translation>
    </message>
    <message>
        <source>pseudoterminal|pseudo-terminal|pty</source>
        <translation>pseudoterminal|pseudoterminales|pty</translation>
    </message>
    <message>
        <source>A terminal made by a program instead of a keyboard and a screen: to who uses it, it is one.</source>
        <translation>Un terminal hecho por un programa en vez de un teclado y una pantalla: para quien lo usa, lo es.</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Mayús</translation>
    </message>
</context>
<context>
    <name>ipclab::ActionWords</name>
    <message>
        <source>You run it</source>
        <translation>Lo ejecutas</translation>
    </message>
    <message>
        <source>You start %1 beside it</source>
        <translation>Inicias %1 a su lado</translation>
    </message>
    <message>
        <source>You end all</source>
        <translation>Terminas todo</translation>
    </message>
    <message>
        <source>You type “%1”</source>
        <translation>Escribes «%1»</translation>
    </message>
    <message>
        <source>You close the input of %1</source>
        <translation>Cierras la entrada de %1</translation>
    </message>
    <message>
        <source>You let IPC Lab read again</source>
        <translation>Dejas que IPC Lab vuelva a leer</translation>
    </message>
    <message>
        <source>You stop IPC Lab&apos;s reading</source>
        <translation>Haces que IPC Lab deje de leer</translation>
    </message>
    <message>
        <source>You hold all</source>
        <translation>Retienes a todos</translation>
    </message>
    <message>
        <source>You let all go on</source>
        <translation>Dejas que todos sigan</translation>
    </message>
    <message>
        <source>You set %1</source>
        <translation>Pones %1</translation>
    </message>
    <message>
        <source>You slow it down: 1/%1</source>
        <translation>Lo ralentizas: 1/%1</translation>
    </message>
    <message>
        <source>You hold %2</source>
        <translation>Retienes a %2</translation>
    </message>
    <message>
        <source>You release %2</source>
        <translation>Sueltas a %2</translation>
    </message>
    <message>
        <source>You let %2 make its call</source>
        <translation>Dejas que %2 haga su llamada</translation>
    </message>
    <message>
        <source>You let it run as fast as it can</source>
        <translation>Dejas que vaya tan rápido como pueda</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todos</translation>
    </message>
    <message>
        <source>A step of the guide is done</source>
        <translation>Has completado un paso de la guía</translation>
    </message>
    <message>
        <source>You make a prediction</source>
        <translation>Haces una predicción</translation>
    </message>
    <message>
        <source>You choose the programs in %1</source>
        <translation>Eliges los programas en %1</translation>
    </message>
    <message>
        <source>IPC Lab shows a step of the guide</source>
        <translation>IPC Lab muestra un paso de la guía</translation>
    </message>
    <message>
        <source>You attach to %2</source>
        <translation>Empiezas a observar %2</translation>
    </message>
    <message>
        <source>You let go what you attached to</source>
        <translation>Sueltas lo que observabas</translation>
    </message>
</context>
<context>
    <name>ipclab::AttachSheet</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 is not watched. %2 Nothing has changed by it.</source>
        <translation>%1 no se observa. %2 Nada ha cambiado por ello.</translation>
    </message>
    <message>
        <source>%1 is not in the list (any more): it has ended, or is hidden by what is looked for. Choose another.</source>
        <translation>%1 no está (o ya no está) en la lista: ha terminado, o lo oculta lo que se busca. Elige otro.</translation>
    </message>
    <message>
        <source>%1 cannot be watched. %2</source>
        <translation>%1 no se puede observar. %2</translation>
    </message>
    <message>
        <source>%1 can be watched, as far as is known before it is tried.</source>
        <translation>%1 se puede observar, por lo que se sabe antes de intentarlo.</translation>
    </message>
    <message>
        <source>Attaching…</source>
        <translation>Conectando con el proceso…</translation>
    </message>
    <message>
        <source>Attach to a process of mine</source>
        <translation>Observar un proceso mío ya en marcha</translation>
    </message>
    <message>
        <source>IPC Lab watches it from now on, and all that it starts. It is never ended by that: when you let it go, or close the window, it goes on unharmed.</source>
        <translation>IPC Lab lo observa desde ahora, y todo lo que inicie. Eso nunca lo termina: cuando lo sueltes, o cierres la ventana, sigue como si nada.</translation>
    </message>
    <message>
        <source>Name, number or command</source>
        <translation>Nombre, número o comando</translation>
    </message>
    <message>
        <source>Find a process</source>
        <translation>Buscar un proceso</translation>
    </message>
    <message>
        <source>Other users’ too</source>
        <translation>También de otros usuarios</translation>
    </message>
    <message>
        <source>Processes that run, the newest first</source>
        <translation>Procesos en marcha, los más nuevos primero</translation>
    </message>
    <message>
        <source>No process of yours fits that. Empty the field to see all.</source>
        <translation>Ningún proceso tuyo encaja con eso. Vacía el campo para verlos todos.</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Observar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Looking for the processes that run…</source>
        <translation>Buscando los procesos que se ejecutan…</translation>
    </message>
    <message>
        <source>%1 of %2 processes. Choose one with the arrow keys or the mouse; Enter attaches.</source>
        <translation>%1 de %2 procesos. Elige uno con las flechas o el ratón; Intro empieza a observarlo.</translation>
    </message>
</context>
<context>
    <name>ipclab::BookmarksSheet</name>
    <message>
        <source>%1 s · %2</source>
        <translation>%1 s · %2</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Marcadores</translation>
    </message>
    <message>
        <source>No bookmark yet: Ctrl+B leaves one at the moment that is shown. It is part of the session.</source>
        <translation>Aún no hay marcadores: Ctrl+B deja uno en el momento que se muestra. Forma parte de la sesión.</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ir ahí</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>ipclab::BytesLegend</name>
    <message>
        <source>Where are the bytes?</source>
        <translation>¿Dónde están los bytes?</translation>
    </message>
</context>
<context>
    <name>ipclab::BytesPane</name>
    <message>
        <source>Bytes of the chosen row</source>
        <translation>Bytes de la fila elegida</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>Copiar como &amp;texto</translation>
    </message>
    <message>
        <source>Copy as &amp;hex</source>
        <translation>Copiar como &amp;hex</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Seleccionar todo</translation>
    </message>
    <message>
        <source>&amp;Save these bytes…</source>
        <translation>&amp;Guardar estos bytes…</translation>
    </message>
</context>
<context>
    <name>ipclab::Calls</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1, and lost</source>
        <translation>%1, y se pierden</translation>
    </message>
    <message>
        <source>%1 ready</source>
        <translation>%1 listos</translation>
    </message>
    <message>
        <source>none is ready</source>
        <translation>ninguno listo</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 y %2</translation>
    </message>
    <message>
        <source>connected to %1</source>
        <translation>conectado a %1</translation>
    </message>
    <message>
        <source>descriptor %1, from %2</source>
        <translation>descriptor %1, desde %2</translation>
    </message>
    <message>
        <source>it ended while it waited</source>
        <translation>terminó mientras esperaba</translation>
    </message>
    <message>
        <source>how it ended was not seen</source>
        <translation>no se vio cómo acabó</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 y %2 más</translation>
    </message>
    <message>
        <source>any child</source>
        <translation>cualquier hijo</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>hasta %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>como mucho %1</translation>
    </message>
    <message>
        <source>descriptor %1 is closed: %2</source>
        <translation>se cierra el descriptor %1: %2</translation>
    </message>
    <message>
        <source>descriptor %1 is closed</source>
        <translation>se cierra el descriptor %1</translation>
    </message>
    <message>
        <source>sends descriptor %1 through %2</source>
        <translation>envía el descriptor %1 por %2</translation>
    </message>
    <message>
        <source>sets what %1 does: %2</source>
        <translation>fija qué hace %1: %2</translation>
    </message>
    <message>
        <source>blocks no signal</source>
        <translation>no bloquea ninguna señal</translation>
    </message>
    <message>
        <source>blocks %1</source>
        <translation>bloquea %1</translation>
    </message>
    <message>
        <source>thread %1 ends</source>
        <translation>termina el hilo %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>a %1</translation>
    </message>
    <message>
        <source>backlog %1</source>
        <translation>cola de %1</translation>
    </message>
    <message>
        <source>waiting %1…</source>
        <translation>espera %1…</translation>
    </message>
</context>
<context>
    <name>ipclab::CallsModel</name>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Proceso</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Tardó</translation>
    </message>
    <message>
        <source>What it did</source>
        <translation>Qué hizo</translation>
    </message>
</context>
<context>
    <name>ipclab::CallsPanel</name>
    <message>
        <source>1 row</source>
        <translation>1 fila</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 filas</translation>
    </message>
    <message>
        <source>looked at %1 %</source>
        <translation>mirado el %1 %</translation>
    </message>
    <message>
        <source>no process is chosen: these are of everyone</source>
        <translation>no hay ningún proceso elegido: son las de todos</translation>
    </message>
    <message>
        <source>%1 events not recorded</source>
        <translation>eventos sin registrar: %1</translation>
    </message>
    <message>
        <source>Nothing that happened is like that. Widen the sentence above.</source>
        <translation>Ninguna fila cumple este filtro. Quita alguna condición de la frase de arriba.</translation>
    </message>
    <message>
        <source>Every call that a process makes appears here, one row each, with what came of it and how long it took, as soon as something runs.</source>
        <translation>Aquí aparece cada llamada que hace un proceso, una por fila, con lo que resultó y cuánto tardó, en cuanto algo se ejecute.</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>Enter goes to the moment of a row, Shift+Enter to when it returned.</source>
        <translation>Intro va al momento de una fila; Mayús+Intro, a cuando volvió.</translation>
    </message>
    <message>
        <source>Choose a row first: of a read, a write or a signal.</source>
        <translation>Elige primero una fila: de una lectura, una escritura o una señal.</translation>
    </message>
    <message>
        <source>Which write sent these bytes is not known.</source>
        <translation>No se sabe qué escritura envió estos bytes.</translation>
    </message>
    <message>
        <source>Nobody has been seen to read these bytes.</source>
        <translation>No se ha visto a nadie leer estos bytes.</translation>
    </message>
    <message>
        <source>The signal has not come yet.</source>
        <translation>La señal aún no ha llegado.</translation>
    </message>
    <message>
        <source>Its other end is not known.</source>
        <translation>No se conoce su otro extremo.</translation>
    </message>
    <message>
        <source>Go to this moment</source>
        <translation>Ir a este momento</translation>
    </message>
    <message>
        <source>Go to when it returned</source>
        <translation>Ir a cuando volvió</translation>
    </message>
    <message>
        <source>To the read that took these bytes</source>
        <translation>A la lectura que tomó estos bytes</translation>
    </message>
    <message>
        <source>To the write that sent these bytes</source>
        <translation>A la escritura que envió estos bytes</translation>
    </message>
    <message>
        <source>To where the signal comes</source>
        <translation>Adonde llega la señal</translation>
    </message>
    <message>
        <source>To where the signal was sent</source>
        <translation>Adonde se envió la señal</translation>
    </message>
    <message>
        <source>To its other end</source>
        <translation>A su otro extremo</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>Elegir %1</translation>
    </message>
    <message>
        <source>Show only what is on %1</source>
        <translation>Mostrar solo lo que pasa en %1</translation>
    </message>
    <message>
        <source>Show all calls of everyone</source>
        <translation>Mostrar todas las llamadas de todos</translation>
    </message>
    <message>
        <source>Copy the rows</source>
        <translation>Copiar las filas</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Mayús+Intro</translation>
    </message>
    <message>
        <source>The line is known of calls that waited for a while or were held.</source>
        <translation>Se conoce la línea de las llamadas que esperaron un rato o estuvieron retenidas.</translation>
    </message>
    <message>
        <source>Choose a row first.</source>
        <translation>Elige antes una fila.</translation>
    </message>
    <message>
        <source>To its line in the code</source>
        <translation>A su línea en el código</translation>
    </message>
</context>
<context>
    <name>ipclab::CatalogCard</name>
    <message>
        <source>✓ done</source>
        <translation>✓ hecha</translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation>%1 de %2 pasos</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 pasos</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <comment>predictions</comment>
        <translation>%1 de %2 aciertos</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 of %2 labs done</source>
        <translation>%1 de %2 prácticas hechas</translation>
    </message>
</context>
<context>
    <name>ipclab::CatalogModel</name>
    <message>
        <source>done</source>
        <translation>hecha</translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation>%1 de %2 pasos</translation>
    </message>
</context>
<context>
    <name>ipclab::CatalogView</name>
    <message>
        <source>No labs are installed. A folder with a lab.toml in your data directory appears here.</source>
        <translation>No hay prácticas instaladas. Aquí aparecen las carpetas con un lab.toml que pongas en tu carpeta de datos.</translation>
    </message>
    <message>
        <source>Labs</source>
        <translation>Prácticas</translation>
    </message>
    <message>
        <source>Search the labs</source>
        <translation>Buscar prácticas</translation>
    </message>
    <message>
        <source>No lab has these words. Clear the search (Esc), or choose all topics.</source>
        <translation>Ninguna práctica tiene esas palabras. Borra la búsqueda (Esc) o elige todos los temas.</translation>
    </message>
</context>
<context>
    <name>ipclab::CatalogWords</name>
    <message>
        <source>Processes</source>
        <translation>Procesos</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Señales</translation>
    </message>
    <message>
        <source>Pipes</source>
        <translation>Tuberías</translation>
    </message>
    <message>
        <source>Buffering and deadlock</source>
        <translation>Búferes e interbloqueo</translation>
    </message>
    <message>
        <source>FIFOs</source>
        <translation>FIFO</translation>
    </message>
    <message>
        <source>Sockets</source>
        <translation>Sockets</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servidores</translation>
    </message>
    <message>
        <source>Threads and locks</source>
        <translation>Hilos y cerrojos</translation>
    </message>
    <message>
        <source>Shared memory, queues, calls</source>
        <translation>Memoria compartida, colas y llamadas</translation>
    </message>
    <message>
        <source>Pools and event loops</source>
        <translation>Grupos de trabajadores y bucles de eventos</translation>
    </message>
    <message>
        <source>%1 is not installed here</source>
        <translation>aquí falta %1</translation>
    </message>
    <message>
        <source>%1: only the Python variant can run</source>
        <translation>%1: solo funciona la variante en Python</translation>
    </message>
    <message>
        <source>%1: only the C variant can run</source>
        <translation>%1: solo funciona la variante en C</translation>
    </message>
    <message>
        <source>Labs that cannot be opened</source>
        <translation>Prácticas que no se pueden abrir</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… y %n más</numerusform>
            <numerusform>… y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipclab::ChannelPage</name>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>In the kernel</source>
        <translation>En el núcleo</translation>
    </message>
    <message>
        <source>Who can write</source>
        <translation>Quién puede escribir</translation>
    </message>
    <message>
        <source>Who can read</source>
        <translation>Quién puede leer</translation>
    </message>
    <message>
        <source>Where the bytes are</source>
        <translation>Dónde están los bytes</translation>
    </message>
    <message>
        <source>It carries no bytes.</source>
        <translation>No lleva bytes.</translation>
    </message>
    <message>
        <source>Nobody: a reader sees end of file.</source>
        <translation>Nadie: quien lea recibe el fin de archivo.</translation>
    </message>
    <message>
        <source>Nobody: a writer gets SIGPIPE.</source>
        <translation>Nadie: quien escriba recibe SIGPIPE.</translation>
    </message>
    <message>
        <source>Close IPC Lab&apos;s end</source>
        <translation>Cerrar el extremo de IPC Lab</translation>
    </message>
    <message>
        <source>The others then see end of file, or SIGPIPE when they write.</source>
        <translation>Los demás reciben entonces el fin de archivo, o SIGPIPE si escriben.</translation>
    </message>
</context>
<context>
    <name>ipclab::CodeDifference</name>
    <message>
        <source>line %1 of %2</source>
        <translation>línea %1 de %2</translation>
    </message>
    <message>
        <source>%1 is too long to be compared</source>
        <translation>%1 es demasiado largo para compararlo</translation>
    </message>
    <message>
        <source>%1 added, %2 removed</source>
        <translation>%1 añadidas, %2 quitadas</translation>
    </message>
    <message>
        <source>change %1 of %2: %3</source>
        <translation>cambio %1 de %2: %3</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>No hay diferencias.</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Comparado con</translation>
    </message>
    <message>
        <source>What the programs are compared with</source>
        <translation>Con qué se comparan los programas</translation>
    </message>
    <message>
        <source>The change before</source>
        <translation>El cambio anterior</translation>
    </message>
    <message>
        <source>The change before (Alt+Up)</source>
        <translation>El cambio anterior (Alt+↑)</translation>
    </message>
    <message>
        <source>The next change</source>
        <translation>El cambio siguiente</translation>
    </message>
    <message>
        <source>The next change (Alt+Down)</source>
        <translation>El cambio siguiente (Alt+↓)</translation>
    </message>
    <message>
        <source>Back to the code</source>
        <translation>Volver al código</translation>
    </message>
    <message>
        <source>Go on editing (Ctrl+D)</source>
        <translation>Sigue editando (Ctrl+D)</translation>
    </message>
    <message>
        <source>What I changed</source>
        <translation>Lo que he cambiado</translation>
    </message>
</context>
<context>
    <name>ipclab::CodePanel</name>
    <message>
        <source>Programs</source>
        <translation>Programas</translation>
    </message>
    <message>
        <source>The programs of the lab appear here, as they run. A command of your own shows its script here if it has one.</source>
        <translation>Aquí aparecen los programas de la práctica tal como se ejecutan. Si tu comando es un script, también se ve aquí.</translation>
    </message>
    <message>
        <source>Edit a copy</source>
        <translation>Editar una copia</translation>
    </message>
    <message>
        <source>Make a copy of this lab of your own, to change its programs and run them</source>
        <translation>Hacer una copia propia de esta práctica para cambiar sus programas y ejecutarlos</translation>
    </message>
    <message>
        <source>Back to the original</source>
        <translation>Volver al original</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save what you changed (Ctrl+S); Run saves, too</source>
        <translation>Guardar lo que has cambiado (Ctrl+S); Ejecutar también guarda</translation>
    </message>
    <message>
        <source>What the compiler said</source>
        <translation>Lo que dijo el compilador</translation>
    </message>
    <message>
        <source>Changed since the run began: no lines are marked there until you run it again.</source>
        <translation>Ha cambiado desde que empezó la ejecución: no se marcan líneas ahí hasta que la ejecutes de nuevo.</translation>
    </message>
    <message>
        <source>%1 is in line %2 of %3.</source>
        <translation>%1 está en la línea %2 de %3.</translation>
    </message>
    <message>
        <source>%1 runs: its line is known when it waits or is held.</source>
        <translation>%1 se ejecuta: su línea se conoce cuando espera o está retenido.</translation>
    </message>
    <message>
        <source>The line that %1 is in is not known.</source>
        <translation>No se sabe en qué línea está %1.</translation>
    </message>
    <message>
        <source>Switches: %1</source>
        <translation>Opciones: %1</translation>
    </message>
    <message>
        <source>The programs are started with these; the bar above sets them</source>
        <translation>Los programas se inician con estas opciones; se cambian en la barra de arriba</translation>
    </message>
    <message>
        <source>Open the lab as it was; your copy is kept and can be had again</source>
        <translation>Abre la práctica como era; tu copia se guarda y puedes volver a ella</translation>
    </message>
    <message>
        <source>Back to my copy</source>
        <translation>Volver a mi copia</translation>
    </message>
    <message>
        <source>Open your copy of this lab again, as you left it</source>
        <translation>Abre otra vez tu copia de esta práctica, como la dejaste</translation>
    </message>
    <message>
        <source>What I changed</source>
        <translation>Lo que he cambiado</translation>
    </message>
    <message>
        <source>Show what you added, and in place what you removed (Ctrl+D)</source>
        <translation>Muestra lo que has añadido y, en su sitio, lo que has quitado (Ctrl+D)</translation>
    </message>
    <message>
        <source>against the lab&apos;s own</source>
        <translation>frente al original</translation>
    </message>
    <message>
        <source>against the run of %1</source>
        <translation>frente a la ejecución de las %1</translation>
    </message>
    <message>
        <source>The run of %1 ran the lab&apos;s own text.</source>
        <translation>La ejecución de las %1 ejecutó el texto original de la práctica.</translation>
    </message>
    <message>
        <source>The run of %1 ran your copy: lines added %2, removed %3.</source>
        <translation>La ejecución de las %1 ejecutó tu copia: líneas añadidas %2, quitadas %3.</translation>
    </message>
    <message>
        <source>This file is too long to be edited here.</source>
        <translation>Este archivo es demasiado largo para editarlo aquí.</translation>
    </message>
    <message>
        <source>This file can only be read here: it is not UTF-8 with one kind of line end, and a save would change bytes that you did not edit.</source>
        <translation>Este archivo aquí solo se puede leer: no es UTF-8 con un único tipo de fin de línea, y al guardarlo cambiarían bytes que no has editado.</translation>
    </message>
</context>
<context>
    <name>ipclab::CodeView</name>
    <message>
        <source>Line %1: %2, %3</source>
        <translation>Línea %1: %2, %3</translation>
    </message>
</context>
<context>
    <name>ipclab::CommandBox</name>
    <message>
        <source>terminal</source>
        <translation>terminal</translation>
    </message>
    <message>
        <source>pipe</source>
        <translation>tubería</translation>
    </message>
    <message>
        <source>FIFO</source>
        <translation>FIFO</translation>
    </message>
    <message>
        <source>socket (TCP)</source>
        <translation>socket (TCP)</translation>
    </message>
    <message>
        <source>Unix socket</source>
        <translation>socket Unix</translation>
    </message>
    <message>
        <source>file</source>
        <translation>archivo</translation>
    </message>
    <message>
        <source>Run any command</source>
        <translation>Ejecuta cualquier comando</translation>
    </message>
    <message>
        <source>Watch your own program: every process it starts, every byte, and why it waits.</source>
        <translation>Observa tu propio programa: cada proceso que arranca, cada byte y por qué espera.</translation>
    </message>
    <message>
        <source>&amp;Command</source>
        <translation>&amp;Comando</translation>
    </message>
    <message>
        <source>Command to run</source>
        <translation>Comando que se va a ejecutar</translation>
    </message>
    <message>
        <source>&amp;stdin</source>
        <translation>&amp;stdin</translation>
    </message>
    <message>
        <source>How stdin is wired</source>
        <translation>A qué se conecta stdin</translation>
    </message>
    <message>
        <source>std&amp;out</source>
        <translation>std&amp;out</translation>
    </message>
    <message>
        <source>How stdout is wired</source>
        <translation>A qué se conecta stdout</translation>
    </message>
    <message>
        <source>Folder to run it in</source>
        <translation>Carpeta donde ejecutarlo</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Elegir la carpeta</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecutar</translation>
    </message>
    <message>
        <source>nothing (/dev/null)</source>
        <translation>nada (/dev/null)</translation>
    </message>
    <message>
        <source>std&amp;err</source>
        <translation>stde&amp;rr</translation>
    </message>
    <message>
        <source>How stderr is wired</source>
        <translation>A qué se conecta stderr</translation>
    </message>
    <message>
        <source>Environment and limits</source>
        <translation>Entorno y límites</translation>
    </message>
    <message>
        <source>Tab completes, ↑ recalls</source>
        <translation>Tab completa, ↑ recupera</translation>
    </message>
    <message>
        <source>A quote %1 is still open</source>
        <translation>Queda abierta una comilla %1</translation>
    </message>
    <message>
        <source>Run by sh -c, because of %1</source>
        <translation>Se ejecuta con sh -c, por %1</translation>
    </message>
    <message>
        <source>Run as it is, without a shell</source>
        <translation>Se ejecuta tal cual, sin shell</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>More: environment and limits. %1</source>
        <translation>Más: entorno y límites. %1</translation>
    </message>
    <message>
        <source>Attach…</source>
        <translation>Observar…</translation>
    </message>
    <message>
        <source>Attach to a process of mine…</source>
        <translation>Observar un proceso mío ya en marcha…</translation>
    </message>
    <message>
        <source>Watch a process that runs already (Ctrl+Shift+A)</source>
        <translation>Observar un proceso que ya está en marcha (Ctrl+Mayús+A)</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>Car&amp;peta</translation>
    </message>
</context>
<context>
    <name>ipclab::CommandLineEdit</name>
    <message>
        <source>… and more: type on</source>
        <translation>… y más: sigue escribiendo</translation>
    </message>
    <message>
        <source>Completions</source>
        <translation>Opciones para completar</translation>
    </message>
</context>
<context>
    <name>ipclab::CommandMore</name>
    <message>
        <source>variables: %1</source>
        <translation>entorno: %1</translation>
    </message>
    <message>
        <source>processes: %1</source>
        <translation>procesos: %1</translation>
    </message>
    <message>
        <source>Environment: that of IPC Lab, but for</source>
        <translation>Entorno: el de IPC Lab, salvo</translation>
    </message>
    <message>
        <source>End all when there are more &amp;processes than</source>
        <translation>Terminar todo si hay &amp;más procesos que</translation>
    </message>
    <message>
        <source>Most processes at once; with more all are ended</source>
        <translation>Máximo de procesos a la vez; con más se terminan todos</translation>
    </message>
    <message>
        <source>End all &amp;after</source>
        <translation>Terminar todo al ca&amp;bo de</translation>
    </message>
    <message>
        <source>Seconds after which all is ended</source>
        <translation>Segundos tras los que se termina todo</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>memory: %1</source>
        <translation>memoria: %1</translation>
    </message>
    <message>
        <source>processor: %1</source>
        <translation>procesador: %1</translation>
    </message>
    <message>
        <source>open files: %1</source>
        <translation>archivos abiertos: %1</translation>
    </message>
    <message>
        <source>&amp;Memory of each process, at most</source>
        <translation>Memoria &amp;de cada proceso, como mucho</translation>
    </message>
    <message>
        <source>Most megabytes of memory of each process; asked for more, the kernel says ENOMEM</source>
        <translation>Máximo de megabytes de memoria de cada proceso; si pide más, el núcleo responde ENOMEM</translation>
    </message>
    <message>
        <source>Its address space (RLIMIT_AS): libraries and stacks count too. Asked for more, the kernel says ENOMEM.</source>
        <translation>Su espacio de direcciones (RLIMIT_AS): también cuentan las bibliotecas y las pilas. Si pide más, el núcleo responde ENOMEM.</translation>
    </message>
    <message>
        <source>Processor t&amp;ime of each, at most</source>
        <translation>T&amp;iempo de procesador de cada uno, como mucho</translation>
    </message>
    <message>
        <source>Most seconds of processor time of each process; then it gets SIGXCPU</source>
        <translation>Máximo de segundos de procesador de cada proceso; después recibe SIGXCPU</translation>
    </message>
    <message>
        <source>What it computes, not what it waits (RLIMIT_CPU). Then it gets SIGXCPU, and SIGKILL a second later.</source>
        <translation>Lo que calcula, no lo que espera (RLIMIT_CPU). Después recibe SIGXCPU, y SIGKILL un segundo más tarde.</translation>
    </message>
    <message>
        <source>Ope&amp;n files of each, at most</source>
        <translation>Archivos abiertos de cada &amp;uno, como mucho</translation>
    </message>
    <message>
        <source>Most open files of each process; asked for more, the kernel says EMFILE</source>
        <translation>Máximo de archivos abiertos de cada proceso; si pide más, el núcleo responde EMFILE</translation>
    </message>
    <message>
        <source>Descriptors, with stdin, stdout and stderr (RLIMIT_NOFILE). Asked for more, the kernel says EMFILE.</source>
        <translation>Descriptores, con stdin, stdout y stderr incluidos (RLIMIT_NOFILE). Si pide más, el núcleo responde EMFILE.</translation>
    </message>
</context>
<context>
    <name>ipclab::CommandProblem</name>
    <message>
        <source>A quote %1 is not closed: close it, or write \ before it.</source>
        <translation>Una comilla %1 no está cerrada: ciérrala o escribe \ delante.</translation>
    </message>
    <message>
        <source>Type a command first.</source>
        <translation>Escribe antes un comando.</translation>
    </message>
    <message>
        <source>There is no folder “%1”: correct it, or choose one with “…”.</source>
        <translation>No hay ninguna carpeta «%1»: corrígela o elige una con «…».</translation>
    </message>
    <message>
        <source>“%1” is no folder: choose the one that it is in.</source>
        <translation>«%1» no es una carpeta: elige la que lo contiene.</translation>
    </message>
    <message>
        <source>You may not enter the folder “%1”: choose another.</source>
        <translation>No puedes entrar en la carpeta «%1»: elige otra.</translation>
    </message>
    <message>
        <source>A variable has no name: type one before “%1”, or delete the row.</source>
        <translation>A una variable le falta el nombre: escríbelo delante de «%1» o borra la fila.</translation>
    </message>
    <message>
        <source>“%1” cannot be a variable&apos;s name: use letters without accents, digits and _, and no digit first.</source>
        <translation>«%1» no puede ser el nombre de una variable: usa letras sin tilde, cifras y _, sin cifra al principio.</translation>
    </message>
</context>
<context>
    <name>ipclab::ConsolePanel</name>
    <message>
        <source>IPC Lab&apos;s end</source>
        <translation>Extremo de IPC Lab</translation>
    </message>
    <message>
        <source>What went through IPC Lab&apos;s end</source>
        <translation>Lo que pasó por el extremo de IPC Lab</translation>
    </message>
    <message>
        <source>Line to send</source>
        <translation>Línea que se va a enviar</translation>
    </message>
    <message>
        <source>Type a line, Enter sends it</source>
        <translation>Escribe una línea; Intro la envía</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Send the line and a newline to the program&apos;s stdin</source>
        <translation>Envía la línea y un salto de línea al stdin del programa</translation>
    </message>
    <message>
        <source>Close (end of file)</source>
        <translation>Cerrar (fin de archivo)</translation>
    </message>
    <message>
        <source>Close our end: the program reads end of file</source>
        <translation>Cierra nuestro extremo: el programa lee fin de archivo</translation>
    </message>
    <message>
        <source>What the program writes arrives here, when IPC Lab holds the other end of its stdout. What you type goes to its stdin.</source>
        <translation>Aquí llega lo que escribe el programa, si IPC Lab tiene el otro extremo de su stdout. Lo que escribas va a su stdin.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Volver a leer</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Dejar de leer</translation>
    </message>
    <message>
        <source>Take what waits in the kernel</source>
        <translation>Recoge lo que espera en el núcleo</translation>
    </message>
    <message>
        <source>Leave what the program writes in the kernel</source>
        <translation>Deja en el núcleo lo que escribe el programa</translation>
    </message>
    <message>
        <source>%1 before these not shown</source>
        <translation>%1 anteriores sin mostrar</translation>
    </message>
    <message>
        <source>Program to send to</source>
        <translation>Programa al que se envía</translation>
    </message>
    <message>
        <source>Whose stdin the line goes to</source>
        <translation>Al stdin de qué programa va la línea</translation>
    </message>
    <message>
        <source>end of file: nobody has this output open any more</source>
        <translation>fin de archivo: ya nadie tiene abierta esta salida</translation>
    </message>
    <message>
        <source>A line is sent now, not at the moment shown</source>
        <translation>Una línea se envía ahora, no en el momento mostrado</translation>
    </message>
    <message>
        <source>Send the line to the program&apos;s stdin now, and go to Live to see it</source>
        <translation>Envía la línea al stdin del programa ahora, y va a En vivo para verlo</translation>
    </message>
    <message>
        <source>Close our end now, not at the moment shown: the program reads end of file</source>
        <translation>Cierra nuestro extremo ahora, no en el momento mostrado: el programa lee fin de archivo</translation>
    </message>
</context>
<context>
    <name>ipclab::EnvironmentTable</name>
    <message>
        <source>taken away</source>
        <translation>quitada</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>What is changed in the environment</source>
        <translation>Lo que cambia en el entorno</translation>
    </message>
    <message>
        <source>Set one</source>
        <translation>Definir</translation>
    </message>
    <message>
        <source>Set a variable of the environment: NAME=VALUE</source>
        <translation>Definir una variable de entorno: NOMBRE=VALOR</translation>
    </message>
    <message>
        <source>Take one away</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Run the command without a variable that IPC Lab has</source>
        <translation>Ejecutar el comando sin una variable que tiene IPC Lab</translation>
    </message>
    <message>
        <source>Delete row</source>
        <translation>Borrar fila</translation>
    </message>
</context>
<context>
    <name>ipclab::ExportMenu</name>
    <message>
        <source>Export for Perfetto</source>
        <translation>Exportar para Perfetto</translation>
    </message>
    <message>
        <source>Perfetto traces (*.pftrace);;All files (*)</source>
        <translation>Trazas de Perfetto (*.pftrace);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Export for Wireshark</source>
        <translation>Exportar para Wireshark</translation>
    </message>
    <message>
        <source>Captures (*.pcapng);;All files (*)</source>
        <translation>Capturas (*.pcapng);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Export a report</source>
        <translation>Exportar un informe</translation>
    </message>
    <message>
        <source>Web pages (*.html);;All files (*)</source>
        <translation>Páginas web (*.html);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportar</translation>
    </message>
    <message>
        <source>For &amp;Perfetto…</source>
        <translation>Para &amp;Perfetto…</translation>
    </message>
    <message>
        <source>For &amp;Wireshark (pcapng)…</source>
        <translation>Para &amp;Wireshark (pcapng)…</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>&amp;Informe…</translation>
    </message>
    <message>
        <source>session</source>
        <translation>sesión</translation>
    </message>
    <message>
        <source>One is being written just now</source>
        <translation>Ahora mismo se está escribiendo una</translation>
    </message>
    <message>
        <source>Nothing has run yet</source>
        <translation>Aún no se ha ejecutado nada</translation>
    </message>
</context>
<context>
    <name>ipclab::ExportWords</name>
    <message>
        <source>Name one session file to export.</source>
        <translation>Indica un archivo de sesión que exportar.</translation>
    </message>
    <message>
        <source>What is exported is not for a terminal: name a file with -o, or redirect it.</source>
        <translation>Lo que se exporta no es para un terminal: indica un archivo con -o, o redirígelo.</translation>
    </message>
    <message>
        <source>--to takes one of: %1</source>
        <translation>--to admite uno de: %1</translation>
    </message>
</context>
<context>
    <name>ipclab::FilterSentence</name>
    <message>
        <source>all calls</source>
        <translation>todas las llamadas</translation>
    </message>
    <message>
        <source>reads and writes</source>
        <translation>lecturas y escrituras</translation>
    </message>
    <message>
        <source>opening and closing</source>
        <translation>lo que se abre y se cierra</translation>
    </message>
    <message>
        <source>signals</source>
        <translation>señales</translation>
    </message>
    <message>
        <source>processes</source>
        <translation>procesos</translation>
    </message>
    <message>
        <source>waits longer than 10 ms</source>
        <translation>esperas de más de 10 ms</translation>
    </message>
    <message>
        <source>failures</source>
        <translation>fallos</translation>
    </message>
    <message>
        <source>Show %1 of %2 on %3 with %4</source>
        <extracomment>A sentence with gaps: which calls, whose, on which channel, with which text.</extracomment>
        <translation>Muestra %1 de %2 en %3 con %4</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>todos</translation>
    </message>
    <message>
        <source>the chosen one: %1</source>
        <translation>el elegido: %1</translation>
    </message>
    <message>
        <source>the chosen one</source>
        <translation>el elegido</translation>
    </message>
    <message>
        <source>any channel</source>
        <translation>cualquier canal</translation>
    </message>
    <message>
        <source>any channel or file</source>
        <translation>cualquier canal o archivo</translation>
    </message>
    <message>
        <source>Which calls are shown</source>
        <translation>Qué llamadas se muestran</translation>
    </message>
    <message>
        <source>Whose calls are shown</source>
        <translation>De quién son las llamadas que se muestran</translation>
    </message>
    <message>
        <source>On which channel</source>
        <translation>En qué canal</translation>
    </message>
    <message>
        <source>With which text</source>
        <translation>Con qué texto</translation>
    </message>
    <message>
        <source>any text</source>
        <translation>cualquier texto</translation>
    </message>
    <message>
        <source>A call, an error, a signal, a process, a channel, or bytes: read, EPIPE, SIGINT… (Ctrl+F)</source>
        <translation>Una llamada, un error, una señal, un proceso, un canal o bytes: read, EPIPE, SIGINT… (Ctrl+F)</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Show all calls of everyone again</source>
        <translation>Muestra otra vez todas las llamadas de todos</translation>
    </message>
</context>
<context>
    <name>ipclab::GradeWords</name>
    <message>
        <source>learner</source>
        <translation>estudiante</translation>
    </message>
    <message>
        <source>lab</source>
        <translation>práctica</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>variante</translation>
    </message>
    <message>
        <source>when</source>
        <translation>cuándo</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>pasos</translation>
    </message>
    <message>
        <source>right</source>
        <translation>aciertos</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>dañadas</translation>
    </message>
    <message>
        <source>file</source>
        <translation>archivo</translation>
    </message>
    <message>
        <source>sessions: %1 · steps done: %2 · predictions right at first: %3 of %4</source>
        <translation>sesiones: %1 · pasos hechos: %2 · predicciones acertadas a la primera: %3 de %4</translation>
    </message>
    <message>
        <source>%1 (shown: %2)</source>
        <translation>%1 (mostrados: %2)</translation>
    </message>
</context>
<context>
    <name>ipclab::GuidePanel</name>
    <message>
        <source>GUIDE</source>
        <translation>GUÍA</translation>
    </message>
    <message>
        <source>GUIDE · STEP %1 OF %2</source>
        <translation>GUÍA · PASO %1 DE %2</translation>
    </message>
    <message>
        <source>GUIDE · ALL %1 STEPS DONE</source>
        <translation>GUÍA · HECHOS LOS %1 PASOS</translation>
    </message>
    <message>
        <source>Open a lab: its question and its steps appear here.</source>
        <translation>Abre una práctica: aquí aparecen su pregunta y sus pasos.</translation>
    </message>
    <message>
        <source>Next lab: %1</source>
        <translation>Siguiente: %1</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Begin this lab again from its first step</source>
        <translation>Vuelve al primer paso de esta práctica</translation>
    </message>
    <message>
        <source>Steps tick themselves when the kernel shows it happened.</source>
        <translation>Los pasos se marcan solos cuando el núcleo muestra que ha ocurrido.</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>This is how far it was at the moment shown.</source>
        <translation>Hasta aquí se había llegado en el momento que estás viendo.</translation>
    </message>
    <message>
        <source>GUIDE · %1 STEPS DONE, %2 SHOWN</source>
        <translation>GUÍA · PASOS HECHOS: %1, MOSTRADOS: %2</translation>
    </message>
</context>
<context>
    <name>ipclab::GuideWords</name>
    <message>
        <source>fully: until the buffer is full</source>
        <translation>completo: hasta que se llene el búfer</translation>
    </message>
    <message>
        <source>by lines: until a line ends</source>
        <translation>por líneas: hasta que acabe la línea</translation>
    </message>
    <message>
        <source>not at all: every write goes out at once</source>
        <translation>ninguno: cada escritura sale al instante</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>pulsa Ejecutar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>pulsa Parar</translation>
    </message>
    <message>
        <source>send %1 to %2</source>
        <translation>envía %1 a %2</translation>
    </message>
    <message>
        <source>press Enter in “IPC Lab&apos;s end”</source>
        <translation>pulsa Intro en «Extremo de IPC Lab»</translation>
    </message>
    <message>
        <source>type “%1” in “IPC Lab&apos;s end”</source>
        <translation>escribe «%1» en «Extremo de IPC Lab»</translation>
    </message>
    <message>
        <source>close the input in “IPC Lab&apos;s end”</source>
        <translation>cierra la entrada en «Extremo de IPC Lab»</translation>
    </message>
    <message>
        <source>set %1 to %2</source>
        <translation>pon %1 en %2</translation>
    </message>
    <message>
        <source>Choose an answer first, then run again: only what happens after your prediction counts.</source>
        <translation>Elige antes una respuesta y vuelve a ejecutar: solo cuenta lo que pasa después de tu predicción.</translation>
    </message>
    <message>
        <source>start %1</source>
        <translation>inicia %1</translation>
    </message>
    <message>
        <source>press Enter for %1 in “IPC Lab&apos;s end”</source>
        <translation>pulsa Intro para %1 en «Extremo de IPC Lab»</translation>
    </message>
    <message>
        <source>type “%2” for %1 in “IPC Lab&apos;s end”</source>
        <translation>escribe «%2» para %1 en «Extremo de IPC Lab»</translation>
    </message>
    <message>
        <source>close the input of %1 in “IPC Lab&apos;s end”</source>
        <translation>cierra la entrada de %1 en «Extremo de IPC Lab»</translation>
    </message>
    <message>
        <source>press “Read again” in “IPC Lab&apos;s end”</source>
        <translation>pulsa «Volver a leer» en «Extremo de IPC Lab»</translation>
    </message>
    <message>
        <source>press “Stop reading” in “IPC Lab&apos;s end”</source>
        <translation>pulsa «Dejar de leer» en «Extremo de IPC Lab»</translation>
    </message>
    <message>
        <source>press Pause</source>
        <translation>pulsa Pausar</translation>
    </message>
    <message>
        <source>press Resume</source>
        <translation>pulsa Reanudar</translation>
    </message>
    <message>
        <source>hold %1</source>
        <translation>retén %1</translation>
    </message>
    <message>
        <source>let %1 go on</source>
        <translation>deja que siga %1</translation>
    </message>
    <message>
        <source>let %1 make one call</source>
        <translation>deja que %1 haga una llamada</translation>
    </message>
    <message>
        <source>let %1 make its calls, up to %2</source>
        <translation>deja que %1 haga sus llamadas hasta %2</translation>
    </message>
    <message>
        <source>set the speed to 1/%1</source>
        <translation>pon la velocidad en 1/%1</translation>
    </message>
    <message>
        <source>let %1 make its calls, up to its mark “%2”</source>
        <translation>deja que %1 haga sus llamadas hasta su marca «%2»</translation>
    </message>
</context>
<context>
    <name>ipclab::HoldRow</name>
    <message>
        <source>%1: let it make one call</source>
        <translation>%1: dejar que haga una llamada</translation>
    </message>
    <message>
        <source>Let it make one call</source>
        <translation>Dejar que haga una llamada</translation>
    </message>
</context>
<context>
    <name>ipclab::HoldStrip</name>
    <message>
        <source>, thread %1</source>
        <translation>, hilo %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>y %1 más</translation>
    </message>
    <message>
        <source>goes on until its next call</source>
        <translation>sigue hasta su próxima llamada</translation>
    </message>
</context>
<context>
    <name>ipclab::InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>Run a program. What it waits for, its open files and its signals are shown here.</source>
        <translation>Ejecuta un programa. Aquí verás a qué espera, sus archivos abiertos y sus señales.</translation>
    </message>
    <message>
        <source>Nobody lives at this moment. At a later one, what a process waits for, its open files and its signals are shown here.</source>
        <translation>En este momento no hay ningún proceso vivo. En uno posterior se ve aquí qué espera un proceso, sus archivos abiertos y sus señales.</translation>
    </message>
    <message>
        <source>This was recorded: nothing can be done to it</source>
        <translation>Esto está grabado: no se le puede hacer nada</translation>
    </message>
    <message>
        <source>Go to Live to do something to it</source>
        <translation>Ve a «En vivo» para hacerle algo</translation>
    </message>
    <message>
        <source>Nothing was recorded in this session.</source>
        <translation>En esta sesión no se grabó nada.</translation>
    </message>
</context>
<context>
    <name>ipclab::InspectorWords</name>
    <message>
        <source>fd %1</source>
        <translation>fd %1</translation>
    </message>
    <message>
        <source>%1 processes</source>
        <translation>%1 procesos</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>went to its handler</source>
        <translation>la atendió su manejador</translation>
    </message>
    <message>
        <source>did what it does by default</source>
        <translation>hizo lo que hace por defecto</translation>
    </message>
    <message>
        <source>was ignored</source>
        <translation>se ignoró</translation>
    </message>
    <message>
        <source>sent by %1</source>
        <translation>la envió %1</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>pendientes</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloqueadas</translation>
    </message>
    <message>
        <source>Send SIGTERM to %1</source>
        <translation>Enviar SIGTERM a %1</translation>
    </message>
    <message>
        <source>It %1.</source>
        <translation>Este proceso %1.</translation>
    </message>
    <message>
        <source>was taken by a call</source>
        <translation>la recogió una llamada</translation>
    </message>
    <message>
        <source>did nothing, which is its default</source>
        <translation>no hizo nada (por defecto)</translation>
    </message>
    <message>
        <source>in</source>
        <translation>en</translation>
    </message>
    <message>
        <source>The folder in which it began</source>
        <translation>La carpeta en la que empezó</translation>
    </message>
    <message>
        <source>began in folder %1</source>
        <translation>empezó en la carpeta %1</translation>
    </message>
    <message>
        <source>argument %1: %2</source>
        <translation>argumento %1: %2</translation>
    </message>
    <message>
        <source>value not kept</source>
        <translation>valor no guardado</translation>
    </message>
    <message>
        <source>open files</source>
        <translation>archivos abiertos</translation>
    </message>
    <message>
        <source>processes of the user</source>
        <translation>procesos del usuario</translation>
    </message>
    <message>
        <source>stack</source>
        <translation>pila</translation>
    </message>
    <message>
        <source>data</source>
        <translation>datos</translation>
    </message>
    <message>
        <source>address space</source>
        <translation>espacio de direcciones</translation>
    </message>
    <message>
        <source>size of a file</source>
        <translation>tamaño de un archivo</translation>
    </message>
    <message>
        <source>processor time</source>
        <translation>tiempo de procesador</translation>
    </message>
    <message>
        <source>core dump</source>
        <translation>volcado de memoria</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 · at most %2</source>
        <translation>%1 · como mucho %2</translation>
    </message>
    <message>
        <source>The limit as the program began, and how far the program itself may raise it</source>
        <translation>El límite con el que empezó el programa y hasta dónde puede subirlo él mismo</translation>
    </message>
    <message>
        <source>It is not known with which environment it began.</source>
        <translation>No se sabe con qué entorno empezó.</translation>
    </message>
    <message>
        <source>It began with no variable at all.</source>
        <translation>Empezó sin ninguna variable.</translation>
    </message>
    <message>
        <source>As the program began. People keep passwords here: only the values of a few harmless variables are recorded.</source>
        <translation>Tal como empezó el programa. Aquí se guardan a veces contraseñas: solo se registran los valores de unas pocas variables inofensivas.</translation>
    </message>
    <message>
        <source>… and %1 that are not shown</source>
        <translation>… y %1 que no se muestran</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>Which bytes these are is not known.</source>
        <translation>No se sabe qué bytes son.</translation>
    </message>
    <message>
        <source>%1 in front of these were written too long ago to be shown.</source>
        <translation>%1 que van delante se escribieron hace demasiado para mostrarse.</translation>
    </message>
    <message>
        <source>link to %1</source>
        <translation>enlace a %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Ir a %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>child</source>
        <translation>hijo</translation>
    </message>
    <message>
        <source>held</source>
        <translation>retenido</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en marcha</translation>
    </message>
    <message>
        <source>waits in %1, %2</source>
        <translation>espera en %1, %2</translation>
    </message>
    <message>
        <source>thread</source>
        <translation>hilo</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenido</translation>
    </message>
    <message>
        <source>adopted by</source>
        <translation>lo adoptó</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>padre</translation>
    </message>
    <message>
        <source>started by</source>
        <translation>lo inició</translation>
    </message>
    <message>
        <source>for reading</source>
        <translation>para leer</translation>
    </message>
    <message>
        <source>for writing</source>
        <translation>para escribir</translation>
    </message>
    <message>
        <source>for reading and writing</source>
        <translation>para leer y escribir</translation>
    </message>
    <message>
        <source>written by %1</source>
        <translation>lo escribe %1</translation>
    </message>
    <message>
        <source>read by %1</source>
        <translation>lo lee %1</translation>
    </message>
    <message>
        <source>the other end: %1</source>
        <translation>el otro extremo: %1</translation>
    </message>
    <message>
        <source>descriptor %1, %2: %3</source>
        <translation>descriptor número %1, %2: %3</translation>
    </message>
    <message>
        <source>+%1 more</source>
        <translation>+%1 más</translation>
    </message>
    <message>
        <source>blocked in %1 of %2 threads</source>
        <translation>bloqueada en %1 de %2 hilos</translation>
    </message>
    <message>
        <source>Goes to that moment</source>
        <translation>Va a ese momento</translation>
    </message>
    <message>
        <source>%1: link %2 of %3. %4</source>
        <translation>%1: enlace %2 de %3. %4</translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation>%1 de %2 bytes</translation>
    </message>
    <message>
        <source>that moment</source>
        <translation>ese momento</translation>
    </message>
    <message>
        <source>others</source>
        <translation>otros</translation>
    </message>
    <message>
        <source>Show the first %1</source>
        <translation>Mostrar solo los %1 primeros</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Mostrar los %1</translation>
    </message>
    <message>
        <source>unbuffered</source>
        <translation>sin búfer</translation>
    </message>
    <message>
        <source>Each write, or read, is a call of its own.</source>
        <translation>Cada escritura, o lectura, es una llamada.</translation>
    </message>
    <message>
        <source>written in all</source>
        <translation>escritos en total</translation>
    </message>
    <message>
        <source>read in all</source>
        <translation>leídos en total</translation>
    </message>
    <message>
        <source>→ others</source>
        <translation>→ otros</translation>
    </message>
    <message>
        <source>written %1</source>
        <translation>escritos %1</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>leídos %1</translation>
    </message>
    <message>
        <source>It had computed for as long as it may, %1: then the kernel sends SIGXCPU (RLIMIT_CPU).</source>
        <translation>Ha agotado su tiempo de procesador, %1: entonces el núcleo envía SIGXCPU (RLIMIT_CPU).</translation>
    </message>
    <message>
        <source>It made a file larger than it may, %1: then the kernel sends SIGXFSZ (RLIMIT_FSIZE).</source>
        <translation>Hizo un archivo mayor de lo permitido, %1: entonces el núcleo envía SIGXFSZ (RLIMIT_FSIZE).</translation>
    </message>
    <message>
        <source>It could have at most %1 of memory (RLIMIT_AS): asked for more, the kernel says ENOMEM, and many programs end so.</source>
        <translation>Podía tener como mucho %1 de memoria (RLIMIT_AS): si pide más, el núcleo responde ENOMEM, y muchos programas acaban así.</translation>
    </message>
    <message>
        <source>did nothing, as its process group is orphaned</source>
        <translation>no hizo nada: su grupo de procesos está huérfano</translation>
    </message>
    <message>
        <source>Close %1 (end of file)</source>
        <translation>Cerrar %1 (fin de archivo)</translation>
    </message>
    <message>
        <source>It said last: “%1”.</source>
        <translation>Lo último que dijo: «%1».</translation>
    </message>
</context>
<context>
    <name>ipclab::LabPage</name>
    <message>
        <source>Workbench</source>
        <translation>Banco de pruebas</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Tráfico</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>Gráficas</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>IPC Lab&apos;s end</source>
        <translation>Extremo de IPC Lab</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué ha pasado</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>The program could not be built.</source>
        <translation>No se pudo compilar el programa.</translation>
    </message>
    <message>
        <source>Session of %1</source>
        <translation>Sesión del %1</translation>
    </message>
    <message>
        <source>Session of %1, %2</source>
        <translation>Sesión del %1, %2</translation>
    </message>
    <message>
        <source>Nothing can be done to it from here</source>
        <translation>Desde aquí no se le puede hacer nada</translation>
    </message>
    <message>
        <source>This was recorded: nothing can be done to it</source>
        <translation>Esto está grabado: no se le puede hacer nada</translation>
    </message>
    <message>
        <source>Go to Live to do something to it</source>
        <translation>Ve a «En vivo» para hacerle algo</translation>
    </message>
    <message>
        <source>Let %1 continue (SIGCONT)</source>
        <translation>Dejar que %1 siga (SIGCONT)</translation>
    </message>
    <message>
        <source>Stop %1 (SIGSTOP)</source>
        <translation>Detener %1 (SIGSTOP)</translation>
    </message>
    <message>
        <source>Send a signal</source>
        <translation>Enviar una señal</translation>
    </message>
    <message>
        <source>Type into %1…</source>
        <translation>Escribir en %1…</translation>
    </message>
    <message>
        <source>Close IPC Lab&apos;s end of %1</source>
        <translation>Cerrar el extremo de IPC Lab de %1</translation>
    </message>
    <message>
        <source>Let %1 make one call</source>
        <translation>Dejar que %1 haga una llamada</translation>
    </message>
    <message>
        <source>Let %1 go on freely</source>
        <translation>Dejar que %1 siga libremente</translation>
    </message>
    <message>
        <source>Hold %1 before its next call</source>
        <translation>Retener a %1 antes de su próxima llamada</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Carriles</translation>
    </message>
    <message>
        <source>A session</source>
        <translation>Una sesión</translation>
    </message>
    <message>
        <source>A session, %1</source>
        <translation>Una sesión, %1</translation>
    </message>
    <message>
        <source>This step cannot be shown from here: it goes on with programs that do not run any more. “Start over” begins again; each step can be shown from there.</source>
        <translation>Este paso no se puede mostrar desde aquí: sigue con programas que ya no se ejecutan. «Empezar de nuevo» vuelve al principio; desde ahí se puede mostrar cada paso.</translation>
    </message>
    <message>
        <source>The step was done, but what it expects did not come. “Start over” begins again; each step can be shown from there.</source>
        <translation>El paso se hizo, pero no llegó lo que espera. «Empezar de nuevo» vuelve al principio; desde ahí se puede mostrar cada paso.</translation>
    </message>
    <message>
        <source>This step cannot be shown from here: the programs did not come to where it goes on. “Start over” begins again; each step can be shown from there.</source>
        <translation>Este paso no se puede mostrar desde aquí: los programas no han llegado al punto en el que continúa. «Empezar de nuevo» vuelve al principio; desde ahí se puede mostrar cada paso.</translation>
    </message>
    <message>
        <source>attached to %1 (%2)</source>
        <translation>observando %1 (%2)</translation>
    </message>
    <message>
        <source>Let %1 go: it goes on unwatched</source>
        <translation>Soltar %1: sigue sin ser observado</translation>
    </message>
    <message>
        <source>%1 (%2) was let go: it goes on, unwatched. What was seen of it stays here.</source>
        <translation>Se ha soltado %1 (%2): sigue, sin ser observado. Lo que se vio de él queda aquí.</translation>
    </message>
    <message>
        <source>What you changed is not saved. %1</source>
        <translation>Lo que has cambiado no está guardado. %1</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>Salir sin guardar</translation>
    </message>
    <message>
        <source>“%1” was changed elsewhere while you edit it. You still see your text; saving it writes over the other.</source>
        <translation>«%1» ha cambiado en otro sitio mientras lo editas. Sigues viendo tu texto; si lo guardas, sobrescribe el otro.</translation>
    </message>
    <message>
        <source>Take the other text</source>
        <translation>Tomar el otro texto</translation>
    </message>
    <message>
        <source>The lab begins again: what was done and seen is put away.</source>
        <translation>La práctica empieza de nuevo: lo hecho y lo visto queda apartado.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Not taken: %1 that you sent to %2, which does not read any more.</source>
        <translation>Sin entregar: %1 que enviaste a %2, que ya no lee.</translation>
    </message>
    <message>
        <source>The compiler has warnings about the program.</source>
        <translation>El compilador tiene advertencias sobre el programa.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Verlas</translation>
    </message>
    <message>
        <source>Check this machine…</source>
        <translation>Comprobar este equipo…</translation>
    </message>
</context>
<context>
    <name>ipclab::LaneWords</name>
    <message>
        <source>not there</source>
        <translation>no está</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en ejecución</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>sleeping</source>
        <translation>durmiendo</translation>
    </message>
    <message>
        <source>deadlock</source>
        <translation>interbloqueo</translation>
    </message>
    <message>
        <source>held</source>
        <translation>retenido</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenido</translation>
    </message>
    <message>
        <source>zombie</source>
        <translation>zombi</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>no se ve</translation>
    </message>
    <message>
        <source>thread %1</source>
        <translation>hilo %1</translation>
    </message>
    <message>
        <source>not started yet</source>
        <translation>aún no ha empezado</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>terminado</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>for %1, from %2 on</source>
        <translation>durante %1, desde %2</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>Many short states: %1. Zoom in to tell them apart.</source>
        <translation>Muchos estados breves: %1. Acércate para distinguirlos.</translation>
    </message>
    <message>
        <source>%1 on the way</source>
        <translation>%1 de camino</translation>
    </message>
    <message>
        <source>What was here is no longer kept</source>
        <translation>Lo que había aquí ya no se guarda</translation>
    </message>
</context>
<context>
    <name>ipclab::LanesPanel</name>
    <message>
        <source>Reading the run: %1 %</source>
        <translation>Leyendo la ejecución: %1 %</translation>
    </message>
    <message>
        <source>%1 more threads are not shown</source>
        <translation>%1 hilos más no se muestran</translation>
    </message>
    <message>
        <source>%1 older states are no longer kept</source>
        <translation>%1 estados anteriores ya no se guardan</translation>
    </message>
    <message>
        <source>1 in %1 arrows is drawn</source>
        <translation>Se dibuja 1 de cada %1 flechas</translation>
    </message>
    <message>
        <source>What each thread did over time, a lane a thread</source>
        <translation>Lo que hizo cada hilo a lo largo del tiempo, un carril por hilo</translation>
    </message>
    <message>
        <source>What each process and thread did, and when, appears here as soon as something runs.</source>
        <translation>Lo que hace cada proceso y cada hilo, y cuándo, aparece aquí en cuanto algo se ejecuta.</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>bytes</translation>
    </message>
    <message>
        <source>From a write to the read that got its bytes</source>
        <translation>De una escritura a la lectura que recibió sus bytes</translation>
    </message>
    <message>
        <source>signals</source>
        <translation>señales</translation>
    </message>
    <message>
        <source>From who sent a signal to where it arrived</source>
        <translation>De quien envió una señal a donde llegó</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>inicios</translation>
    </message>
    <message>
        <source>From who made a process or thread to its start</source>
        <translation>De quien creó un proceso o hilo a su inicio</translation>
    </message>
    <message>
        <source>programs</source>
        <translation>programas</translation>
    </message>
    <message>
        <source>Where a process began to run another program</source>
        <translation>Donde un proceso empezó a ejecutar otro programa</translation>
    </message>
    <message>
        <source>reaped</source>
        <translation>recogidos</translation>
    </message>
    <message>
        <source>From the end of a process to who waited for it</source>
        <translation>Del final de un proceso a quien lo esperaba</translation>
    </message>
    <message>
        <source>Draw %1</source>
        <translation>Dibujar %1</translation>
    </message>
    <message>
        <source>Show more time (−)</source>
        <translation>Mostrar más tiempo (−)</translation>
    </message>
    <message>
        <source>Show less time (+)</source>
        <translation>Mostrar menos tiempo (+)</translation>
    </message>
    <message>
        <source>Show the whole run (0)</source>
        <translation>Mostrar toda la ejecución (0)</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Flechas</translation>
    </message>
    <message>
        <source>Choose which arrows are drawn</source>
        <translation>Elige qué flechas se dibujan</translation>
    </message>
</context>
<context>
    <name>ipclab::LegendEntry</name>
    <message>
        <source>writer</source>
        <translation>escritor</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>núcleo</translation>
    </message>
    <message>
        <source>reader</source>
        <translation>lector</translation>
    </message>
    <message>
        <source>read</source>
        <translation>leídos</translation>
    </message>
</context>
<context>
    <name>ipclab::LifeMarks</name>
    <message>
        <source>+ started</source>
        <translation>+ empezó</translation>
    </message>
    <message>
        <source>× ended</source>
        <translation>× terminó</translation>
    </message>
</context>
<context>
    <name>ipclab::MachineRow</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Command for: %1</source>
        <translation>Comando para: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the command for: %1</source>
        <translation>Copiar el comando para: %1</translation>
    </message>
</context>
<context>
    <name>ipclab::MachineSheet</name>
    <message>
        <source>Looking at this machine…</source>
        <translation>Comprobando este equipo…</translation>
    </message>
    <message>
        <source>All that the labs use is here.</source>
        <translation>Está todo lo que usan las prácticas.</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar otra vez</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>What the labs need</source>
        <translation>Lo que necesitan las prácticas</translation>
    </message>
    <message>
        <source>One thing to know about, with what to do.</source>
        <translation>Hay una cosa que conviene saber, y qué hacer.</translation>
    </message>
    <message>
        <source>%1 things to know about, with what to do.</source>
        <translation>%1 cosas que conviene saber, y qué hacer.</translation>
    </message>
</context>
<context>
    <name>ipclab::MachineWords</name>
    <message>
        <source>No lab here uses it.</source>
        <translation>Ninguna práctica de aquí lo usa.</translation>
    </message>
    <message>
        <source>Allow it until the next start of the machine:</source>
        <translation>Permítelo hasta que se reinicie el equipo:</translation>
    </message>
    <message>
        <source>Find where it is set, set 1 there, and start the machine again:</source>
        <translation>Busca dónde está puesto, pon 1 ahí y reinicia el equipo:</translation>
    </message>
    <message>
        <source>If this is a container, start it with these options:</source>
        <translation>Si esto es un contenedor, inícialo con estas opciones:</translation>
    </message>
    <message>
        <source>Start a newer kernel: Linux 5.3 or later, with seccomp.</source>
        <translation>Arranca un núcleo más nuevo: Linux 5.3 o posterior, con seccomp.</translation>
    </message>
    <message>
        <source>Ask whoever looks after this machine to allow ptrace.</source>
        <translation>Pide a quien administra este equipo que permita ptrace.</translation>
    </message>
    <message>
        <source>Watching processes (ptrace)</source>
        <translation>Observar procesos (ptrace)</translation>
    </message>
    <message>
        <source>A C compiler</source>
        <translation>Un compilador de C</translation>
    </message>
    <message>
        <source>works</source>
        <translation>funciona</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>sin probar</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>no funciona</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>no permitido</translation>
    </message>
    <message>
        <source>Without it nothing can be run here: every lab and every command is watched.</source>
        <translation>Sin esto no se puede ejecutar nada aquí: se observa cada práctica y cada comando.</translation>
    </message>
    <message>
        <source>Runs the labs&apos; programs in Python.</source>
        <translation>Ejecuta los programas de las prácticas en Python.</translation>
    </message>
    <message>
        <source>Builds the labs&apos; programs in C.</source>
        <translation>Compila los programas de las prácticas en C.</translation>
    </message>
    <message>
        <source>A real server to talk to.</source>
        <translation>Un servidor de verdad con el que hablar.</translation>
    </message>
    <message>
        <source>A real client of encrypted connections.</source>
        <translation>Un cliente de verdad para conexiones cifradas.</translation>
    </message>
    <message>
        <source>IPC Lab knows 3.8 to 3.13. With this one programs run, but what is in Python&apos;s own buffers may stay unknown.</source>
        <translation>IPC Lab conoce de la 3.8 a la 3.13. Con esta los programas se ejecutan, pero puede que no se sepa qué hay en los búferes propios de Python.</translation>
    </message>
    <message>
        <source>It cannot build a program of three lines: perhaps the C library&apos;s headers are missing. Install them:</source>
        <translation>No puede compilar un programa de tres líneas: quizá faltan las cabeceras de la biblioteca de C. Instálalas:</translation>
    </message>
    <message>
        <source>Install it with the package manager of this system.</source>
        <translation>Instálalo con el gestor de paquetes de este sistema.</translation>
    </message>
    <message>
        <source>Install it:</source>
        <translation>Instálalo:</translation>
    </message>
    <message>
        <source>This machine lets only its administrator watch processes (kernel.yama.ptrace_scope is 2), so nothing can be run here.</source>
        <translation>Este equipo solo deja observar procesos a su administrador (kernel.yama.ptrace_scope es 2), así que aquí no se puede ejecutar nada.</translation>
    </message>
    <message>
        <source>This machine lets nobody watch processes (kernel.yama.ptrace_scope is 3), so nothing can be run here.</source>
        <translation>Este equipo no deja a nadie observar procesos (kernel.yama.ptrace_scope es 3), así que aquí no se puede ejecutar nada.</translation>
    </message>
    <message>
        <source>This kernel does not tell enough about processes, so nothing can be run here.</source>
        <translation>Este núcleo no cuenta lo bastante sobre los procesos, así que aquí no se puede ejecutar nada.</translation>
    </message>
    <message>
        <source>This machine does not let IPC Lab watch processes (ptrace is refused), so nothing can be run here.</source>
        <translation>Este equipo no deja que IPC Lab observe procesos (se niega ptrace), así que aquí no se puede ejecutar nada.</translation>
    </message>
    <message>
        <source>One lab here uses it.</source>
        <translation>Una práctica de aquí lo usa.</translation>
    </message>
    <message>
        <source>%1 labs here use it.</source>
        <translation>%1 prácticas de aquí lo usan.</translation>
    </message>
    <message>
        <source>It is there, and does not answer. Install it again:</source>
        <translation>Está, pero no responde. Instálalo de nuevo:</translation>
    </message>
</context>
<context>
    <name>ipclab::MainWindow</name>
    <message>
        <source>There is no lab “%1”.</source>
        <translation>No existe la práctica «%1».</translation>
    </message>
    <message>
        <source>The lab “%1” cannot be opened. Its files say:</source>
        <translation>No se puede abrir la práctica «%1». Sus archivos dicen:</translation>
    </message>
    <message>
        <source>The session is saved: %1</source>
        <translation>Sesión guardada: %1</translation>
    </message>
    <message>
        <source>session</source>
        <translation>sesión</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>Guardar la sesión</translation>
    </message>
    <message>
        <source>Sessions (*.jsonl);;All files (*)</source>
        <translation>Sesiones (*.jsonl);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>About IPC Lab</source>
        <translation>Acerca de IPC Lab</translation>
    </message>
    <message>
        <source>Run real programs and see what the kernel does with them: where each byte is, and why nothing moves.</source>
        <translation>Ejecuta programas de verdad y mira lo que hace el núcleo con ellos: dónde está cada byte y por qué no se mueve nada.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Software libre con la Licencia Pública General de GNU, versión 3 o posterior.</translation>
    </message>
    <message>
        <source>The lab was saved and cannot be read; you still see it as it was. Its files say:</source>
        <translation>La práctica se ha guardado y no se puede leer; la sigues viendo como estaba. Sus archivos dicen:</translation>
    </message>
    <message>
        <source>Your progress cannot be kept. %1</source>
        <translation>No se puede guardar tu progreso. %1</translation>
    </message>
    <message>
        <source>The file with your progress cannot be understood, and begins anew. It is kept as %1.</source>
        <translation>No se entiende el archivo con tu progreso; se empieza uno nuevo. El de antes queda guardado como %1.</translation>
    </message>
    <message>
        <source>predictions right at first: %1 of %2</source>
        <translation>aciertos a la primera: %1 de %2</translation>
    </message>
    <message>
        <source>runs: %1</source>
        <translation>ejecuciones: %1</translation>
    </message>
    <message>
        <source>time: %1 min</source>
        <translation>tiempo: %1 min</translation>
    </message>
    <message>
        <source>Export progress</source>
        <translation>Exportar el progreso</translation>
    </message>
    <message>
        <source>Table (*.csv);;All of it (*.json)</source>
        <translation>Tabla (*.csv);;Todo (*.json)</translation>
    </message>
    <message>
        <source>Your progress is exported: %1</source>
        <translation>Tu progreso se ha exportado: %1</translation>
    </message>
    <message>
        <source>Forget progress</source>
        <translation>Olvidar el progreso</translation>
    </message>
    <message>
        <source>Forget which steps are done, what you predicted and how long it took, of all labs? This cannot be undone.</source>
        <translation>¿Olvidar los pasos hechos, tus predicciones y el tiempo de todas las prácticas? No se puede deshacer.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>“%1” is being opened</source>
        <translation>Abriendo «%1»</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Open a session</source>
        <translation>Abrir una sesión</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>None yet: each run is kept here</source>
        <translation>Ninguna todavía: aquí se guarda cada ejecución</translation>
    </message>
    <message>
        <source>Recovered: “%1”, as it was when IPC Lab ended without warning (%2).</source>
        <translation>Recuperada: «%1», tal como estaba cuando IPC Lab terminó de improviso (%2).</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Marcador</translation>
    </message>
    <message>
        <source>New bookmark</source>
        <translation>Marcador nuevo</translation>
    </message>
    <message>
        <source>What is to be seen at %1:</source>
        <translation>¿Qué se ve en %1?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>The bookmark cannot be kept. %1</source>
        <translation>El marcador no se puede guardar. %1</translation>
    </message>
    <message>
        <source>The bookmark is deleted.</source>
        <translation>El marcador está borrado.</translation>
    </message>
    <message>
        <source>The bookmark has other words.</source>
        <translation>El marcador tiene otro texto.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Select a process or a channel first, on the map.</source>
        <translation>Elige antes un proceso o un canal en el mapa.</translation>
    </message>
    <message>
        <source>There is no later event of %1.</source>
        <translation>No hay ningún evento posterior de %1.</translation>
    </message>
    <message>
        <source>There is no earlier event of %1.</source>
        <translation>No hay ningún evento anterior de %1.</translation>
    </message>
    <message>
        <source>There is no later finding.</source>
        <translation>No hay ningún hallazgo posterior.</translation>
    </message>
    <message>
        <source>There is no earlier finding.</source>
        <translation>No hay ningún hallazgo anterior.</translation>
    </message>
    <message>
        <source>Your &amp;name…</source>
        <translation>Tu &amp;nombre…</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>Exportado: %1</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Tu nombre</translation>
    </message>
    <message>
        <source>Your name, for sessions you hand in. Leave it empty to give none.</source>
        <translation>Tu nombre, para las sesiones que entregas. Déjalo vacío para no dar ninguno.</translation>
    </message>
    <message>
        <source>What to do…</source>
        <translation>Qué hacer…</translation>
    </message>
    <message>
        <source>steps only shown: %1</source>
        <translation>pasos solo mostrados: %1</translation>
    </message>
    <message>
        <source>This is the lab&apos;s own again. Your copy is kept.</source>
        <translation>Esta es otra vez la práctica original. Tu copia está guardada.</translation>
    </message>
    <message>
        <source>Back to my copy</source>
        <translation>Volver a mi copia</translation>
    </message>
    <message>
        <source>The run is being exported</source>
        <translation>Se está exportando la ejecución</translation>
    </message>
    <message>
        <source>The session is being saved</source>
        <translation>Se está guardando la sesión</translation>
    </message>
    <message>
        <source>This run is no longer recorded, and goes on. %1 “Save session as…” writes all of it to another place.</source>
        <translation>Esta ejecución sigue, pero ya no se graba. %1 «Guardar la sesión como…» la escribe entera en otro sitio.</translation>
    </message>
    <message>
        <source>The end of the last run is not recorded. %1</source>
        <translation>El final de la última ejecución no ha quedado grabado. %1</translation>
    </message>
    <message>
        <source>The lab “%1” of this session is not on this machine: what happened is shown, without its guide and its code. Add the lab to your labs, and open the session again. %2</source>
        <translation>La práctica «%1» de esta sesión no está en esta máquina: se muestra lo que ocurrió, sin su guía ni su código. Añade la práctica a las tuyas y vuelve a abrir la sesión. %2</translation>
    </message>
    <message>
        <source>Nothing is open: choose a lab, a command or a session first</source>
        <translation>No hay nada abierto: elige antes una práctica, un comando o una sesión</translation>
    </message>
    <message>
        <source>Go to the catalog first: what is open would be noted again</source>
        <translation>Ve antes al catálogo: lo que está abierto se volvería a anotar</translation>
    </message>
    <message>
        <source>Only a lab has a guide</source>
        <translation>Solo las prácticas tienen guía</translation>
    </message>
    <message>
        <source>Another is being saved just now</source>
        <translation>Ahora mismo se está guardando otra</translation>
    </message>
    <message>
        <source>Nothing has run yet</source>
        <translation>Aún no se ha ejecutado nada</translation>
    </message>
    <message>
        <source>This was recorded: it does not run</source>
        <translation>Esto está grabado: no se ejecuta</translation>
    </message>
    <message>
        <source>It was not started here, so it is not started again</source>
        <translation>No se inició aquí, así que no se vuelve a iniciar</translation>
    </message>
    <message>
        <source>Nothing runs just now</source>
        <translation>Ahora mismo no se ejecuta nada</translation>
    </message>
    <message>
        <source>Only a lab has steps</source>
        <translation>Solo las prácticas tienen pasos</translation>
    </message>
    <message>
        <source>You are attached to nothing</source>
        <translation>No observas ningún proceso ya en marcha</translation>
    </message>
    <message>
        <source>Choose a process on the map under which others are folded</source>
        <translation>Elige en el mapa un proceso que tenga otros plegados debajo</translation>
    </message>
    <message>
        <source>Choose a process on the map under which others are shown</source>
        <translation>Elige en el mapa un proceso que muestre otros debajo</translation>
    </message>
</context>
<context>
    <name>ipclab::MapFinder</name>
    <message>
        <source>Name, pid or state</source>
        <translation>Nombre, pid o estado</translation>
    </message>
    <message>
        <source>Find a process</source>
        <translation>Buscar un proceso</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Procesos</translation>
    </message>
</context>
<context>
    <name>ipclab::MapScene</name>
    <message>
        <source>DEADLOCK</source>
        <translation>INTERBLOQUEO</translation>
    </message>
</context>
<context>
    <name>ipclab::MapView</name>
    <message>
        <source>1 ended</source>
        <translation>1 terminado</translation>
    </message>
    <message>
        <source>%1 ended</source>
        <translation>%1 terminados</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Nothing has begun at this moment.
Go on in time, and each process and each channel appears here when the kernel makes it.</source>
        <translation>En este momento aún no ha empezado nada.
Avanza en el tiempo y verás aparecer cada proceso y cada canal cuando el núcleo lo crea.</translation>
    </message>
    <message>
        <source>Nothing runs here yet.
Run a program, and each process and each channel that the kernel makes for it appears here.</source>
        <translation>Aquí aún no se ejecuta nada.
Ejecuta un programa y aparecerán cada proceso y cada canal que el núcleo cree para él.</translation>
    </message>
    <message>
        <source>&amp;Find a process…</source>
        <translation>&amp;Buscar un proceso…</translation>
    </message>
    <message>
        <source>&amp;Closer</source>
        <translation>A&amp;cercar</translation>
    </message>
    <message>
        <source>F&amp;urther</source>
        <translation>A&amp;lejar</translation>
    </message>
    <message>
        <source>&amp;All of it</source>
        <translation>&amp;Todo el mapa</translation>
    </message>
    <message>
        <source>Place a&amp;new</source>
        <translation>Colocar de &amp;nuevo</translation>
    </message>
    <message>
        <source>&amp;Show those that descend from it</source>
        <translation>M&amp;ostrar los que descienden de él</translation>
    </message>
    <message>
        <source>Find &amp;one of them…</source>
        <translation>Buscar &amp;uno de ellos…</translation>
    </message>
    <message>
        <source>Fold all that &amp;descends from it</source>
        <translation>&amp;Plegar todo lo que desciende de él</translation>
    </message>
    <message>
        <source>Real si&amp;ze (100 %)</source>
        <translation>Tamaño r&amp;eal (100 %)</translation>
    </message>
    <message>
        <source>Nothing was recorded in this session.</source>
        <translation>En esta sesión no se grabó nada.</translation>
    </message>
</context>
<context>
    <name>ipclab::MapWords</name>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 buffer · %2</source>
        <translation>búfer de %1 · %2</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>%1 en ejecución</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 en espera</translation>
    </message>
    <message>
        <source>%1 children</source>
        <translation>%1 hijos</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>→ %1 processes</source>
        <translation>→ %1 procesos</translation>
    </message>
    <message>
        <source>→ nobody</source>
        <translation>→ nadie</translation>
    </message>
    <message>
        <source>1 writer</source>
        <translation>1 escritor</translation>
    </message>
    <message>
        <source>%1 writers</source>
        <translation>%1 escritores</translation>
    </message>
    <message>
        <source>1 reader</source>
        <translation>1 lector</translation>
    </message>
    <message>
        <source>%1 readers</source>
        <translation>%1 lectores</translation>
    </message>
    <message>
        <source>%1 written · %2 read</source>
        <translation>%1 escritos · %2 leídos</translation>
    </message>
    <message>
        <source>+%1 more</source>
        <translation>+%1 más</translation>
    </message>
    <message>
        <source>waiting in %1</source>
        <translation>espera en %1</translation>
    </message>
    <message>
        <source>in a deadlock</source>
        <translation>en un interbloqueo</translation>
    </message>
    <message>
        <source>listens</source>
        <translation>escucha</translation>
    </message>
    <message>
        <source>nobody waits to be accepted</source>
        <translation>nadie espera a que lo acepten</translation>
    </message>
    <message>
        <source>in its queue: %1 of %2</source>
        <translation>en su cola: %1 de %2</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>sin aceptar</translation>
    </message>
    <message>
        <source>→ not watched</source>
        <translation>→ no observado</translation>
    </message>
    <message>
        <source>others</source>
        <translation>otros</translation>
    </message>
    <message>
        <source>Programs that are not watched may hold an end, too.</source>
        <translation>Puede que programas no observados también tengan un extremo.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 y %2 más</translation>
    </message>
    <message>
        <source>bytes in %1 of %2</source>
        <translation>bytes en %1 de %2</translation>
    </message>
    <message>
        <source>used by 1 process</source>
        <translation>lo usa 1 proceso</translation>
    </message>
    <message>
        <source>used by %1 processes</source>
        <translation>lo usan %1 procesos</translation>
    </message>
    <message>
        <source>%1 in a deadlock</source>
        <translation>%1 en un interbloqueo</translation>
    </message>
    <message>
        <source>%1 stopped</source>
        <translation>%1 detenidos</translation>
    </message>
    <message>
        <source>%1 ended</source>
        <translation>%1 terminados</translation>
    </message>
    <message>
        <source>%1 descendants</source>
        <translation>%1 procesos</translation>
    </message>
    <message>
        <source>1 child</source>
        <translation>1 hijo</translation>
    </message>
    <message>
        <source>thread %1 of %2</source>
        <translation>hilo %1 de %2</translation>
    </message>
    <message>
        <source>thread %1</source>
        <translation>hilo %1</translation>
    </message>
    <message>
        <source>held by %1</source>
        <translation>lo tiene %1</translation>
    </message>
    <message>
        <source>held by a program not watched</source>
        <translation>lo tiene alguien no observado</translation>
    </message>
    <message>
        <source>who has it is not known</source>
        <translation>no se sabe quién lo tiene</translation>
    </message>
    <message>
        <source>%1 waits</source>
        <translation>%1 espera</translation>
    </message>
    <message>
        <source>%1 wait</source>
        <translation>%1 esperan</translation>
    </message>
    <message>
        <source>mutex …%1</source>
        <translation>cerrojo …%1</translation>
    </message>
    <message>
        <source>lock or condition …%1</source>
        <translation>cerrojo o condición …%1</translation>
    </message>
    <message>
        <source>a word in memory, at 0x%1</source>
        <translation>una palabra en la memoria, en 0x%1</translation>
    </message>
    <message>
        <source>lock on %1</source>
        <translation>cerrojo de %1</translation>
    </message>
    <message>
        <source>Show those that descend from it (+)</source>
        <translation>Mostrar los que descienden de él (+)</translation>
    </message>
    <message>
        <source>Fold all that descends from it into one card (−)</source>
        <translation>Plegar todo lo que desciende de él en una tarjeta (−)</translation>
    </message>
    <message>
        <source>%1 came</source>
        <translation>%1 leídos</translation>
    </message>
    <message>
        <source>nothing waits to be read</source>
        <translation>no hay nada sin leer</translation>
    </message>
    <message>
        <source>%1 not read yet</source>
        <translation>%1 sin leer aún</translation>
    </message>
    <message>
        <source>%1 typed</source>
        <translation>%1 escritos</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>IPC Lab, process %1: the other end of these is yours</source>
        <translation>IPC Lab, proceso %1: el otro extremo de estos es tuyo</translation>
    </message>
    <message>
        <source>and %1 more locks that somebody waits for</source>
        <translation>y %1 cerrojos más por los que alguien espera</translation>
    </message>
    <message>
        <source>%1 held</source>
        <translation>retenidos: %1</translation>
    </message>
    <message>
        <source>%1 sleeping</source>
        <translation>%1 durmiendo</translation>
    </message>
    <message>
        <source>%1 is stopped</source>
        <translation>%1 está detenido</translation>
    </message>
    <message>
        <source>%1 is held before its next call</source>
        <translation>%1 está retenido antes de su próxima llamada</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 se ejecuta</translation>
    </message>
    <message>
        <source>pipe</source>
        <translation>tubería</translation>
    </message>
    <message>
        <source>FIFO: a pipe with a name</source>
        <translation>FIFO: una tubería con nombre</translation>
    </message>
    <message>
        <source>pseudo-terminal</source>
        <translation>pseudoterminal</translation>
    </message>
    <message>
        <source>Unix socket, a stream</source>
        <translation>socket Unix, de flujo</translation>
    </message>
    <message>
        <source>Unix socket, for datagrams</source>
        <translation>socket Unix, de datagramas</translation>
    </message>
    <message>
        <source>TCP socket, a stream</source>
        <translation>socket TCP, de flujo</translation>
    </message>
    <message>
        <source>UDP socket, for datagrams</source>
        <translation>socket UDP, de datagramas</translation>
    </message>
    <message>
        <source>file</source>
        <translation>archivo</translation>
    </message>
    <message>
        <source>shared memory</source>
        <translation>memoria compartida</translation>
    </message>
    <message>
        <source>message queue</source>
        <translation>cola de mensajes</translation>
    </message>
    <message>
        <source>semaphore</source>
        <translation>semáforo</translation>
    </message>
    <message>
        <source>eventfd: a counter that wakes</source>
        <translation>eventfd: un contador que despierta</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>cerrojo</translation>
    </message>
    <message>
        <source>descriptor that wakes</source>
        <translation>descriptor que despierta</translation>
    </message>
    <message>
        <source>a program not watched could release it</source>
        <translation>podría liberarlo un programa que no se observa</translation>
    </message>
    <message>
        <source>fork of %1</source>
        <translation>copia de %1</translation>
    </message>
    <message>
        <source>fork</source>
        <translation>copia</translation>
    </message>
    <message>
        <source>A copy of process %1, made by fork: it goes on in the same program.</source>
        <translation>Una copia del proceso %1, hecha por fork: sigue en el mismo programa.</translation>
    </message>
</context>
<context>
    <name>ipclab::NeedsStrip</name>
    <message>
        <source>Install it with the package manager of this system.</source>
        <translation>Instálalo con el gestor de paquetes de este sistema.</translation>
    </message>
    <message>
        <source>Command that installs it</source>
        <translation>Comando que lo instala</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the command that installs it</source>
        <translation>Copiar el comando que lo instala</translation>
    </message>
    <message>
        <source>Check this machine…</source>
        <translation>Comprobar este equipo…</translation>
    </message>
</context>
<context>
    <name>ipclab::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Cerrar aviso</translation>
    </message>
    <message>
        <source>Take this message away (Esc)</source>
        <translation>Quita este mensaje (Esc)</translation>
    </message>
</context>
<context>
    <name>ipclab::ObstacleWords</name>
    <message>
        <source>it is gone</source>
        <translation>ya no está</translation>
    </message>
    <message>
        <source>a zombie</source>
        <translation>es un zombi</translation>
    </message>
    <message>
        <source>it is IPC Lab</source>
        <translation>es IPC Lab</translation>
    </message>
    <message>
        <source>watched already</source>
        <translation>ya se observa</translation>
    </message>
    <message>
        <source>the kernel&apos;s</source>
        <translation>es del núcleo</translation>
    </message>
    <message>
        <source>traced by %1</source>
        <translation>lo traza %1</translation>
    </message>
    <message>
        <source>another user&apos;s</source>
        <translation>de otro usuario</translation>
    </message>
    <message>
        <source>set-user-ID</source>
        <translation>con bit setuid</translation>
    </message>
    <message>
        <source>keeps others out</source>
        <translation>no deja mirar</translation>
    </message>
    <message>
        <source>Yama: not ours</source>
        <translation>Yama: ajeno</translation>
    </message>
    <message>
        <source>Yama: only root</source>
        <translation>Yama: solo root</translation>
    </message>
    <message>
        <source>Yama: nobody</source>
        <translation>Yama: nadie</translation>
    </message>
    <message>
        <source>started IPC Lab</source>
        <translation>inició IPC Lab</translation>
    </message>
    <message>
        <source>not told why</source>
        <translation>no se dice por qué</translation>
    </message>
</context>
<context>
    <name>ipclab::PanelZoom</name>
    <message>
        <source>All panels</source>
        <translation>Todos los paneles</translation>
    </message>
    <message>
        <source>Back to all panels (F10, Esc)</source>
        <translation>Vuelve a todos los paneles (F10, Esc)</translation>
    </message>
</context>
<context>
    <name>ipclab::PlotChooser</name>
    <message>
        <source>All runs</source>
        <translation>Todas las ejecuciones</translation>
    </message>
    <message>
        <source>The newest run</source>
        <translation>La última ejecución</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>Sin comparar</translation>
    </message>
    <message>
        <source>Over the run before</source>
        <translation>Sobre la ejecución anterior</translation>
    </message>
    <message>
        <source>Over %1</source>
        <translation>Sobre %1</translation>
    </message>
    <message>
        <source>Over a session…</source>
        <translation>Sobre una sesión…</translation>
    </message>
    <message>
        <source>Over %1</source>
        <comment>a file</comment>
        <translation>Sobre %1</translation>
    </message>
    <message>
        <source>What is plotted (1 to 5 in the plot)</source>
        <translation>Qué se dibuja (del 1 al 5 en la gráfica)</translation>
    </message>
    <message>
        <source>Which run is plotted</source>
        <translation>Qué ejecución se dibuja</translation>
    </message>
    <message>
        <source>Over which other run it is laid, both from their start</source>
        <translation>Sobre qué otra ejecución se superpone, ambas desde su inicio</translation>
    </message>
    <message>
        <source>Save the plot as PNG, SVG, PDF or CSV (Ctrl+S in the plot)</source>
        <translation>Guardar la gráfica como PNG, SVG, PDF o CSV (Ctrl+S en la gráfica)</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
</context>
<context>
    <name>ipclab::PlotSaving</name>
    <message>
        <source>Picture (*.png)</source>
        <translation>Imagen (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Dibujo (*.svg)</translation>
    </message>
    <message>
        <source>Page (*.pdf)</source>
        <translation>Página (*.pdf)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabla (*.csv)</translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation>Guardar la gráfica</translation>
    </message>
    <message>
        <source>The plot is saved: %1</source>
        <translation>La gráfica se ha guardado: %1</translation>
    </message>
</context>
<context>
    <name>ipclab::PlotSession</name>
    <message>
        <source>Compare with a session</source>
        <translation>Comparar con una sesión</translation>
    </message>
    <message>
        <source>Sessions (*.jsonl);;All files (*)</source>
        <translation>Sesiones (*.jsonl);;Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>ipclab::PlotWords</name>
    <message>
        <source>%1, to the first end</source>
        <translation>%1, hacia el primer extremo</translation>
    </message>
    <message>
        <source>%1, to the second end</source>
        <translation>%1, hacia el segundo extremo</translation>
    </message>
    <message>
        <source>%1 %2, read ahead</source>
        <translation>%1 %2, leído por adelantado</translation>
    </message>
    <message>
        <source>%1 %2, not yet written</source>
        <translation>%1 %2, aún sin escribir</translation>
    </message>
    <message>
        <source>connections at %1</source>
        <translation>conexiones en %1</translation>
    </message>
    <message>
        <source>messages in %1</source>
        <translation>mensajes en %1</translation>
    </message>
    <message>
        <source>Bytes in channels</source>
        <translation>Bytes en los canales</translation>
    </message>
    <message>
        <source>Bytes a second</source>
        <translation>Bytes por segundo</translation>
    </message>
    <message>
        <source>Bytes in programs’ buffers</source>
        <translation>Bytes en los búferes de los programas</translation>
    </message>
    <message>
        <source>Messages and connections</source>
        <translation>Mensajes y conexiones</translation>
    </message>
    <message>
        <source>Time waited</source>
        <translation>Tiempo de espera</translation>
    </message>
    <message>
        <source>How many bytes wait in each pipe, socket and terminal appears here, as soon as bytes move.</source>
        <translation>Aquí aparece cuántos bytes esperan en cada tubería, socket y terminal, en cuanto se mueven bytes.</translation>
    </message>
    <message>
        <source>How many bytes a second go into each channel and out of it appears here, as soon as bytes move.</source>
        <translation>Aquí aparece cuántos bytes por segundo entran en cada canal y salen de él, en cuanto se mueven bytes.</translation>
    </message>
    <message>
        <source>How many bytes the programs keep in their own buffers (stdio of C, io of Python) appears here, as soon as one keeps any.</source>
        <translation>Aquí aparece cuántos bytes guardan los programas en sus propios búferes (stdio de C, io de Python), en cuanto alguno guarda alguno.</translation>
    </message>
    <message>
        <source>How many messages, datagrams and connections wait to be taken appears here, as soon as one waits.</source>
        <translation>Aquí aparece cuántos mensajes, datagramas y conexiones esperan a que alguien los recoja, en cuanto hay uno.</translation>
    </message>
    <message>
        <source>How long each thread has waited in calls appears here, as soon as one waits. Sleep does not count.</source>
        <translation>Aquí aparece cuánto ha esperado cada hilo en sus llamadas, en cuanto alguno espera. Dormir no cuenta.</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Ejecución %1</translation>
    </message>
    <message>
        <source>%1, read</source>
        <translation>%1, leído</translation>
    </message>
    <message>
        <source>%1, written</source>
        <translation>%1, escrito</translation>
    </message>
    <message>
        <source>%1, thread %2</source>
        <translation>%1, hilo %2</translation>
    </message>
    <message>
        <source>run %1 · %2</source>
        <translation>ejecución %1 · %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
</context>
<context>
    <name>ipclab::PlotsPanel</name>
    <message>
        <source>since the start of each run</source>
        <translation>desde el inicio de cada ejecución</translation>
    </message>
    <message>
        <source>since the start of the run</source>
        <translation>desde el inicio de la ejecución</translation>
    </message>
    <message>
        <source>Reading the run: %1 %</source>
        <translation>Leyendo la ejecución: %1 %</translation>
    </message>
    <message>
        <source>%1 more are not drawn</source>
        <translation>%1 más no se dibujan</translation>
    </message>
    <message>
        <source>A long run: peaks are kept, not each step between them</source>
        <translation>Ejecución larga: se conservan los picos, no cada paso entre ellos</translation>
    </message>
    <message>
        <source>Show the whole run</source>
        <translation>Mostrar toda la ejecución</translation>
    </message>
    <message>
        <source>Save the plot…</source>
        <translation>Guardar la gráfica…</translation>
    </message>
    <message>
        <source>Plot over time</source>
        <translation>Gráfica en el tiempo</translation>
    </message>
    <message>
        <source>Wheel, + and − zoom, 0 shows the whole run, 1 to 5 choose what is plotted, a click goes to that moment</source>
        <translation>La rueda, + y − acercan y alejan, 0 muestra toda la ejecución, del 1 al 5 eligen qué se dibuja, un clic va a ese momento</translation>
    </message>
    <message>
        <source>A long run: rates are averages where not each step is kept</source>
        <translation>Ejecución larga: donde no se conserva cada paso, las tasas son promedios</translation>
    </message>
    <message>
        <source>A long run: not each short wait is kept, their sum is</source>
        <translation>Ejecución larga: no se conserva cada espera corta, pero sí su suma</translation>
    </message>
    <message>
        <source>%1, run %2</source>
        <translation>%1, ejecución %2</translation>
    </message>
    <message>
        <source>%1, run %2 over run %3</source>
        <translation>%1, ejecución %2 sobre la ejecución %3</translation>
    </message>
</context>
<context>
    <name>ipclab::PredictionBox</name>
    <message>
        <source>That is my prediction</source>
        <translation>Esta es mi predicción</translation>
    </message>
    <message>
        <source>Choice %1: the key %1 marks it</source>
        <translation>Opción %1: la tecla %1 la marca</translation>
    </message>
</context>
<context>
    <name>ipclab::ProcessPage</name>
    <message>
        <source>Process</source>
        <translation>Proceso</translation>
    </message>
    <message>
        <source>Ways out</source>
        <translation>Cómo salir de aquí</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Archivos abiertos</translation>
    </message>
    <message>
        <source>Send a signal</source>
        <translation>Enviar una señal</translation>
    </message>
    <message>
        <source>It holds no open file.</source>
        <translation>No tiene ningún archivo abierto.</translation>
    </message>
    <message>
        <source>Let it go on freely</source>
        <translation>Dejar que siga libremente</translation>
    </message>
    <message>
        <source>Hold it before its next call</source>
        <translation>Retener antes de llamar</translation>
    </message>
    <message>
        <source>Let it make one call</source>
        <translation>Dejar que haga una llamada</translation>
    </message>
    <message>
        <source>It makes the call, and stands again before the next one (F9)</source>
        <translation>Hace la llamada y vuelve a quedar parado antes de la siguiente (F9)</translation>
    </message>
    <message>
        <source>%1 (Shift+F9)</source>
        <translation>%1 (Mayús+F9)</translation>
    </message>
    <message>
        <source>Its own buffers</source>
        <translation>Sus propios búferes</translation>
    </message>
    <message>
        <source>Family and threads</source>
        <translation>Familia e hilos</translation>
    </message>
    <message>
        <source>What a signal would do</source>
        <translation>Qué haría cada señal</translation>
    </message>
    <message>
        <source>Signals that came</source>
        <translation>Señales que llegaron</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumentos</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Entorno</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
</context>
<context>
    <name>ipclab::ProofWords</name>
    <message>
        <source>“%1” is named here, and is not in the lab&apos;s folder</source>
        <translation>aquí se nombra «%1», que no está en la carpeta de la práctica</translation>
    </message>
    <message>
        <source>the switch “%1” has no value “%2”</source>
        <translation>la opción «%1» no tiene el valor «%2»</translation>
    </message>
    <message>
        <source>%1 did not end in time</source>
        <translation>%1 no terminó a tiempo</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 falló</translation>
    </message>
</context>
<context>
    <name>ipclab::RecentRuns</name>
    <message>
        <source>ended with %1</source>
        <translation>terminó con %1</translation>
    </message>
    <message>
        <source>ended by %1</source>
        <translation>la terminó %1</translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation>Ejecuciones recientes</translation>
    </message>
    <message>
        <source>None yet: each command that you run is recorded, and stands here.</source>
        <translation>Aún no hay ninguna: cada comando que ejecutas se graba y aparece aquí.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Look at what was recorded (Enter)</source>
        <translation>Mirar lo grabado (Intro)</translation>
    </message>
    <message>
        <source>Run again…</source>
        <translation>Repetir…</translation>
    </message>
    <message>
        <source>Put the command into the form</source>
        <translation>Poner el comando en el formulario</translation>
    </message>
</context>
<context>
    <name>ipclab::ReportWords</name>
    <message>
        <source>At the end</source>
        <translation>Al final</translation>
    </message>
    <message>
        <source>The lab %1, which is not known here</source>
        <translation>La práctica %1, que aquí no se conoce</translation>
    </message>
    <message>
        <source>Learner</source>
        <translation>Estudiante</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>Práctica</translation>
    </message>
    <message>
        <source>Programs in</source>
        <translation>Programas en</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Predicted: %1.</source>
        <translation>Predicción: %1.</translation>
    </message>
    <message>
        <source>Then: %1.</source>
        <translation>Después: %1.</translation>
    </message>
    <message>
        <source>What happened: %1.</source>
        <translation>Lo que pasó: %1.</translation>
    </message>
    <message>
        <source>Right at first</source>
        <translation>Correcta a la primera</translation>
    </message>
    <message>
        <source>Not right at first</source>
        <translation>No correcta a la primera</translation>
    </message>
    <message>
        <source>Steps done: %1 of %2</source>
        <translation>Pasos hechos: %1 de %2</translation>
    </message>
    <message>
        <source>(done at %1)</source>
        <translation>(hecho a los %1)</translation>
    </message>
    <message>
        <source>(not done)</source>
        <translation>(sin hacer)</translation>
    </message>
    <message>
        <source>What IPC Lab found</source>
        <translation>Lo que IPC Lab encontró</translation>
    </message>
    <message>
        <source>Nothing that was stuck, lost or left behind.</source>
        <translation>Nada atascado, perdido ni abandonado.</translation>
    </message>
    <message>
        <source>(at %1)</source>
        <translation>(a los %1)</translation>
    </message>
    <message>
        <source>And others: %1</source>
        <translation>Y otros: %1</translation>
    </message>
    <message>
        <source>Moments</source>
        <translation>Momentos</translation>
    </message>
    <message>
        <source>Written by IPC Lab %1 from the recorded session: what the kernel showed, and what the learner chose.</source>
        <translation>Escrito por IPC Lab %1 a partir de la sesión grabada: lo que mostró el núcleo y lo que eligió quien la hizo.</translation>
    </message>
    <message>
        <source>Damaged lines of the session that were left out: %1.</source>
        <translation>Líneas dañadas de la sesión que se omitieron: %1.</translation>
    </message>
    <message>
        <source>Before the last program ended</source>
        <translation>Antes de que terminara el último programa</translation>
    </message>
    <message>
        <source>Nothing runs.</source>
        <translation>No se ejecuta nada.</translation>
    </message>
    <message>
        <source>(shown at %1, not done by the learner)</source>
        <translation>(mostrado a los %1, no hecho por el estudiante)</translation>
    </message>
</context>
<context>
    <name>ipclab::RunningModel</name>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>%1, number %2</source>
        <translation>%1, número %2</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Proceso</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Iniciado por</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>Can be watched</source>
        <translation>Se puede observar</translation>
    </message>
    <message>
        <source>no: %1</source>
        <translation>no: %1</translation>
    </message>
</context>
<context>
    <name>ipclab::Section</name>
    <message>
        <source>%1: shows or folds this part</source>
        <translation>%1: muestra o pliega esta parte</translation>
    </message>
</context>
<context>
    <name>ipclab::SessionInput</name>
    <message>
        <source>Damaged lines left out: %1, the first is line %2.</source>
        <translation>Líneas dañadas que se han omitido: %1; la primera es la línea %2.</translation>
    </message>
    <message>
        <source>The file is too large: its last %1 were not read.</source>
        <translation>El archivo es demasiado grande: no se han leído sus últimos %1.</translation>
    </message>
    <message>
        <source>Events that there was no room for: %1.</source>
        <translation>Eventos que no cabían: %1.</translation>
    </message>
    <message>
        <source>Contents that there was no room for: %1.</source>
        <translation>Contenidos que no cabían: %1.</translation>
    </message>
</context>
<context>
    <name>ipclab::ShortcutsSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>ipclab::ShowCommand</name>
    <message>
        <source>--at takes seconds (12.5) or an event (#1234)</source>
        <translation>--at admite segundos (12.5) o un evento (#1234)</translation>
    </message>
    <message>
        <source>The session has %1 events, the first is #0.</source>
        <translation>La sesión tiene %1 eventos; el primero es #0.</translation>
    </message>
</context>
<context>
    <name>ipclab::ShowWords</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>After %1 of %2 events, at %3 of %4</source>
        <translation>Después de %1 de %2 eventos, a los %3 de %4</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Procesos</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>ninguno todavía</translation>
    </message>
    <message>
        <source>keeps %1 in its own %2 buffer</source>
        <translation>guarda %1 en su propio búfer %2</translation>
    </message>
    <message>
        <source>has %1 in its own %2 buffer that it has not used yet</source>
        <translation>tiene %1 en su propio búfer %2 que aún no ha usado</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>how many bytes it holds is not known</source>
        <translation>no se sabe cuántos bytes contiene</translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation>%1 de %2 bytes</translation>
    </message>
    <message>
        <source>written by %1</source>
        <translation>escrito por %1</translation>
    </message>
    <message>
        <source>read by %1</source>
        <translation>leído por %1</translation>
    </message>
    <message>
        <source>%1 (fd %2)</source>
        <translation>%1 (descriptor %2)</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>Done by the person</source>
        <translation>Hecho por la persona</translation>
    </message>
    <message>
        <source>%1  note: %2</source>
        <translation>%1  nota: %2</translation>
    </message>
    <message>
        <source>The run shows the answer (%1)</source>
        <translation>La ejecución muestra la respuesta (%1)</translation>
    </message>
    <message>
        <source>You send %1 to %2</source>
        <translation>Envías %1 a %2</translation>
    </message>
</context>
<context>
    <name>ipclab::SignalButtons</name>
    <message>
        <source>Send %1 (%2)</source>
        <translation>Enviar %1 (%2)</translation>
    </message>
    <message>
        <source>more…</source>
        <translation>más…</translation>
    </message>
</context>
<context>
    <name>ipclab::StepRow</name>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>You predicted: **%1**.</source>
        <translation>Tu predicción: **%1**.</translation>
    </message>
    <message>
        <source>✓ As you predicted: **%1**.</source>
        <translation>✓ Como predijiste: **%1**.</translation>
    </message>
    <message>
        <source>✗ You predicted: **%1**. The kernel showed: **%2**.</source>
        <translation>✗ Predijiste: **%1**. El núcleo mostró: **%2**.</translation>
    </message>
    <message>
        <source>Your turn: **%1**</source>
        <translation>Te toca: **%1**</translation>
    </message>
    <message>
        <source>**Hint.** %1</source>
        <translation>**Pista.** %1</translation>
    </message>
    <message>
        <source>✓ As you predicted: **%1**. The kernel showed: **%2**.</source>
        <translation>✓ Como predijiste: **%1**. El núcleo mostró: **%2**.</translation>
    </message>
    <message>
        <source>**IPC Lab shows this step.** Watch what happens.</source>
        <translation>**IPC Lab muestra este paso.** Mira lo que pasa.</translation>
    </message>
    <message>
        <source>Shown, not done by you.</source>
        <translation>Mostrado, no hecho por ti.</translation>
    </message>
    <message>
        <source>The kernel showed: **%1**.</source>
        <translation>El núcleo mostró: **%1**.</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>Muéstramelo</translation>
    </message>
    <message>
        <source>IPC Lab does this step for you to watch (F2). The step counts as shown, not as done by you.</source>
        <translation>IPC Lab hace este paso para que lo veas (F2). El paso cuenta como mostrado, no como hecho por ti.</translation>
    </message>
</context>
<context>
    <name>ipclab::TermLabel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ipclab::TimeBar</name>
    <message>
        <source>Moment</source>
        <translation>Momento</translation>
    </message>
    <message>
        <source>Drag, or use the arrow keys, to see the state at an earlier moment</source>
        <translation>Arrastra, o usa las flechas, para ver el estado en un momento anterior</translation>
    </message>
    <message>
        <source>Time of the moment</source>
        <translation>Tiempo del momento</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En vivo</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Let the processes go on</source>
        <translation>Deja seguir a los procesos</translation>
    </message>
    <message>
        <source>one CPU</source>
        <translation>una CPU</translation>
    </message>
    <message>
        <source>Watched programs share one processor here: it makes watching cheaper and the order of events clearer. Real programs may run side by side.</source>
        <translation>Aquí los programas observados comparten un procesador: así observarlos cuesta menos y el orden de los eventos es más claro. Los programas reales pueden ejecutarse a la vez.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>How fast the programs go: 1/10 and 1/100 hold each of their calls back for 20 and 200 ms. Their timers are not changed.</source>
        <translation>A qué velocidad van los programas: 1/10 y 1/100 retienen cada una de sus llamadas 20 y 200 ms. Sus temporizadores no cambian.</translation>
    </message>
    <message>
        <source>Hold all the processes, each before its next call; before a run: from their first call on</source>
        <translation>Retiene todos los procesos, cada uno antes de su próxima llamada; antes de ejecutar: desde su primera llamada</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Ir al final</translation>
    </message>
    <message>
        <source>Show the end of what was recorded (Ctrl+End)</source>
        <translation>Muestra el final de lo grabado (Ctrl+Fin)</translation>
    </message>
    <message>
        <source>Show what happens now (Ctrl+End)</source>
        <translation>Muestra lo que pasa ahora (Ctrl+Fin)</translation>
    </message>
    <message>
        <source>One event back</source>
        <translation>Un evento atrás</translation>
    </message>
    <message>
        <source>Back to the event before (F7)</source>
        <translation>Vuelve al evento anterior (F7)</translation>
    </message>
    <message>
        <source>One event on</source>
        <translation>Un evento adelante</translation>
    </message>
    <message>
        <source>On to the next event (F8)</source>
        <translation>Avanza al evento siguiente (F8)</translation>
    </message>
</context>
<context>
    <name>ipclab::TopBar</name>
    <message>
        <source>Labs</source>
        <translation>Prácticas</translation>
    </message>
    <message>
        <source>Back to the catalog (Ctrl+L)</source>
        <translation>Vuelve al catálogo (Ctrl+L)</translation>
    </message>
    <message>
        <source>Language of the programs</source>
        <translation>Lenguaje de los programas</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>End all, forget what was seen, and begin again (Ctrl+Shift+R)</source>
        <translation>Termina todo, olvida lo visto y empieza de nuevo (Ctrl+Mayús+R)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>End all that runs (Ctrl+.)</source>
        <translation>Termina todo lo que se ejecuta (Ctrl+.)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecutar</translation>
    </message>
    <message>
        <source>Run the programs with these switches (Ctrl+R)</source>
        <translation>Ejecuta los programas con estas opciones (Ctrl+R)</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>Proyector</translation>
    </message>
    <message>
        <source>Everything larger, for the last row (F11)</source>
        <translation>Todo más grande, para la última fila (F11)</translation>
    </message>
    <message>
        <source>Switches</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>What runs</source>
        <translation>Qué se ejecuta</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>Iniciar %1</translation>
    </message>
    <message>
        <source>Launch %1 beside what runs</source>
        <translation>Iniciar %1 junto a lo que ya está en marcha</translation>
    </message>
    <message>
        <source>Detach</source>
        <translation>Soltar</translation>
    </message>
    <message>
        <source>Let %1 go: it goes on, unwatched and unharmed (Ctrl+.)</source>
        <translation>Soltar %1: sigue como si nada, sin que se le observe (Ctrl+.)</translation>
    </message>
    <message>
        <source>This was recorded: it does not run</source>
        <translation>Esto está grabado: no se ejecuta</translation>
    </message>
    <message>
        <source>It was not started here, so it is not started again</source>
        <translation>No se inició aquí, así que no se vuelve a iniciar</translation>
    </message>
</context>
<context>
    <name>ipclab::TopicChips</name>
    <message>
        <source>All topics</source>
        <translation>Todos los temas</translation>
    </message>
    <message>
        <source>%1: %2 of %3 labs done</source>
        <translation>%1: %2 de %3 prácticas hechas</translation>
    </message>
</context>
<context>
    <name>ipclab::TourBubble</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>End the tour (Esc)</source>
        <translation>Terminar el recorrido (Esc)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Start the tour</source>
        <translation>Empezar el recorrido</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Tour, %1 of %2: %3. %4</source>
        <translation>Recorrido, %1 de %2: %3. %4</translation>
    </message>
</context>
<context>
    <name>ipclab::TourWords</name>
    <message>
        <source>Welcome to IPC Lab</source>
        <translation>Te damos la bienvenida a IPC Lab</translation>
    </message>
    <message>
        <source>Here real programs run, and you see what the kernel does with them. Each card is a lab: a question about processes. This tour opens one of them and takes a minute.</source>
        <translation>Aquí se ejecutan programas de verdad y ves lo que el núcleo hace con ellos. Cada tarjeta es una práctica: una pregunta sobre procesos. Este recorrido abre una y dura un minuto.</translation>
    </message>
    <message>
        <source>One question, step by step</source>
        <translation>Una pregunta, paso a paso</translation>
    </message>
    <message>
        <source>A lab asks something. Each step says what to do; some ask first what you expect. A step is done when it has really happened, not when you say so.</source>
        <translation>Una práctica pregunta algo. Cada paso dice qué hacer; algunos preguntan antes qué esperas. Un paso está hecho cuando ha ocurrido de verdad, no cuando lo dices tú.</translation>
    </message>
    <message>
        <source>Run starts the real programs</source>
        <translation>Ejecutar pone en marcha los programas</translation>
    </message>
    <message>
        <source>In Python or in C, as you choose on the left. In any lab, the key is Ctrl+R. “Next” presses it for you now.</source>
        <translation>En Python o en C, según elijas a la izquierda. En cualquier práctica, el atajo es Ctrl+R. «Siguiente» lo pulsa ahora por ti.</translation>
    </message>
    <message>
        <source>Processes are cards</source>
        <translation>Los procesos son tarjetas</translation>
    </message>
    <message>
        <source>Each card is a process: its pid, whether it runs or waits, and its own buffers. The lines go from parent to child. Click a card to choose it. “Next” types “hello” for you.</source>
        <translation>Cada tarjeta es un proceso: su pid, si se ejecuta o espera, y sus propios búferes. Las líneas van de padre a hijo. Haz clic en una tarjeta para elegirla. «Siguiente» escribe «hello» por ti.</translation>
    </message>
    <message>
        <source>Pipes are tubes: here the bytes lie</source>
        <translation>Las tuberías son tubos: aquí están los bytes</translation>
    </message>
    <message>
        <source>A tube fills with the bytes that were written and not read yet. The legend counts all of them: still in the writer, in the kernel, in the reader, or read.</source>
        <translation>Un tubo se llena con los bytes escritos que aún nadie ha leído. La leyenda los cuenta todos: todavía en quien escribe, en el núcleo, en quien lee, o ya leídos.</translation>
    </message>
    <message>
        <source>Everything that was sent</source>
        <translation>Todo lo que se envió</translation>
    </message>
    <message>
        <source>Who wrote what, who read it, and when. The other tabs show the same run as lanes of time, as system calls, as plots, and the programs’ code.</source>
        <translation>Quién escribió qué, quién lo leyó y cuándo. Las otras pestañas muestran la misma ejecución como carriles en el tiempo, como llamadas al sistema y como gráficas, y el código de los programas.</translation>
    </message>
    <message>
        <source>Why does it wait?</source>
        <translation>¿Por qué espera?</translation>
    </message>
    <message>
        <source>For the chosen process it says in one sentence why it waits, and for whom. Below: its open files, and the signals that you can send it.</source>
        <translation>Del proceso elegido dice en una frase por qué espera y a quién. Debajo: sus archivos abiertos y las señales que puedes enviarle.</translation>
    </message>
    <message>
        <source>Time goes back too</source>
        <translation>El tiempo también retrocede</translation>
    </message>
    <message>
        <source>Drag along the bar and every panel shows that moment; “Live” comes back. Pause and slow down as you like. The tour is in the menu Help. Now the lab is yours.</source>
        <translation>Arrastra por la barra y cada panel muestra ese momento; «En vivo» te devuelve al presente. Haz pausas o ve más lento como quieras. El recorrido está en el menú Ayuda. Ahora la práctica es tuya.</translation>
    </message>
</context>
<context>
    <name>ipclab::TrafficFileTr</name>
    <message>
        <source>Not in it, as they were not kept: %1.</source>
        <translation>No está en él lo que no se guardó: %1.</translation>
    </message>
    <message>
        <source>Not in it: %1 older rows.</source>
        <translation>No están en él %1 filas anteriores.</translation>
    </message>
</context>
<context>
    <name>ipclab::TrafficModel</name>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Proceso</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>What they are</source>
        <translation>Contenido</translation>
    </message>
</context>
<context>
    <name>ipclab::TrafficPanel</name>
    <message>
        <source>All channels</source>
        <translation>Todos los canales</translation>
    </message>
    <message>
        <source>All, and reads of files</source>
        <translation>Todos, y lecturas de archivos</translation>
    </message>
    <message>
        <source>%1 older rows not shown</source>
        <translation>filas anteriores sin mostrar: %1</translation>
    </message>
    <message>
        <source>%1 events not recorded</source>
        <translation>eventos sin registrar: %1</translation>
    </message>
    <message>
        <source>contents of %1 not kept</source>
        <translation>contenido de %1 sin guardar</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texto</translation>
    </message>
    <message>
        <source>hex</source>
        <translation>hex</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Find in the rows (Ctrl+F)</source>
        <translation>Busca en las filas (Ctrl+F)</translation>
    </message>
    <message>
        <source>Channel shown</source>
        <translation>Canal mostrado</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Tráfico</translation>
    </message>
    <message>
        <source>Every byte that a process writes, reads or still keeps appears here, one row each, as soon as something runs.</source>
        <translation>En cuanto se ejecute algo, aquí aparece cada byte que un proceso escribe, lee o aún guarda, una fila por cada vez.</translation>
    </message>
    <message>
        <source>Choose a row first: of bytes written, read or kept.</source>
        <translation>Elige antes una fila de bytes escritos, leídos o guardados.</translation>
    </message>
    <message>
        <source>Which write sent these bytes is not known.</source>
        <translation>No se sabe qué escritura envió estos bytes.</translation>
    </message>
    <message>
        <source>Nobody has been seen to read these bytes.</source>
        <translation>No se ha visto que nadie leyera estos bytes.</translation>
    </message>
    <message>
        <source>No write has been seen to take these bytes.</source>
        <translation>No se ha visto que ninguna escritura se llevara estos bytes.</translation>
    </message>
    <message>
        <source>Where the program printed these bytes is not known.</source>
        <translation>No se sabe dónde imprimió el programa estos bytes.</translation>
    </message>
    <message>
        <source>Read by</source>
        <translation>Su lectura</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Su escritura</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>Su escritura</translation>
    </message>
    <message>
        <source>To the read that took these bytes (F6)</source>
        <translation>A la lectura que recogió estos bytes (F6)</translation>
    </message>
    <message>
        <source>To the write that took these bytes out (F6)</source>
        <translation>A la escritura que sacó estos bytes (F6)</translation>
    </message>
    <message>
        <source>To the write that sent these bytes (F6)</source>
        <translation>A la escritura que envió estos bytes (F6)</translation>
    </message>
    <message>
        <source>Printed by</source>
        <translation>Su print</translation>
    </message>
    <message>
        <source>To where the program printed these bytes (Shift+F6)</source>
        <translation>A donde el programa imprimió estos bytes (Mayús+F6)</translation>
    </message>
    <message>
        <source>This row is where the program printed them.</source>
        <translation>Esta fila es donde el programa los imprimió.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Ver todo</translation>
    </message>
    <message>
        <source>Show all channels again</source>
        <translation>Muestra otra vez todos los canales</translation>
    </message>
    <message>
        <source>The &amp;rows, as text…</source>
        <translation>Las &amp;filas, como texto…</translation>
    </message>
    <message>
        <source>The &amp;selected bytes…</source>
        <translation>Los bytes &amp;seleccionados…</translation>
    </message>
    <message>
        <source>The bytes of the &amp;chosen row…</source>
        <translation>Los bytes de la fila &amp;elegida…</translation>
    </message>
    <message>
        <source>All bytes of a channel: choose one above first</source>
        <translation>Todos los bytes de un canal: elige antes uno arriba</translation>
    </message>
    <message>
        <source>All bytes %1…</source>
        <translation>Todos los bytes %1…</translation>
    </message>
    <message>
        <source>both</source>
        <translation>ambos</translation>
    </message>
    <message>
        <source>How bytes are shown</source>
        <translation>Cómo se muestran los bytes</translation>
    </message>
    <message>
        <source>The bytes as text, with control codes made visible; as offset, hexadecimal and ASCII; or both</source>
        <translation>Los bytes como texto, con los códigos de control visibles; como posición, hexadecimal y ASCII; o ambos</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Save the rows, or bytes, in a file</source>
        <translation>Guarda las filas, o bytes, en un archivo</translation>
    </message>
    <message>
        <source>This row is about no bytes.</source>
        <translation>Esta fila no trata de bytes.</translation>
    </message>
    <message>
        <source>No bytes of this row are kept.</source>
        <translation>No se guarda ningún byte de esta fila.</translation>
    </message>
    <message>
        <source>Go to this &amp;moment</source>
        <translation>Ir a este &amp;momento</translation>
    </message>
    <message>
        <source>To the &amp;read that took these bytes</source>
        <translation>A la lectu&amp;ra que se llevó estos bytes</translation>
    </message>
    <message>
        <source>To the w&amp;rite that sent these bytes</source>
        <translation>A la escrit&amp;ura que envió estos bytes</translation>
    </message>
    <message>
        <source>To the w&amp;rite that took these bytes out</source>
        <translation>A la escritura &amp;que sacó estos bytes</translation>
    </message>
    <message>
        <source>To where the program &amp;printed these bytes</source>
        <translation>A donde el &amp;programa imprimió estos bytes</translation>
    </message>
    <message>
        <source>To its row among the c&amp;alls</source>
        <translation>A su fila entre las llam&amp;adas</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>Elegir %1</translation>
    </message>
    <message>
        <source>Choose the reader, %1</source>
        <translation>Elegir al lector, %1</translation>
    </message>
    <message>
        <source>Choose the writer, %1</source>
        <translation>Elegir al escritor, %1</translation>
    </message>
    <message>
        <source>Show this moment in the &amp;lanes</source>
        <translation>Mostrar este momento en los carri&amp;les</translation>
    </message>
    <message>
        <source>Show &amp;only what is on %1</source>
        <translation>Mostrar s&amp;olo lo de %1</translation>
    </message>
    <message>
        <source>&amp;Copy the rows</source>
        <translation>&amp;Copiar las filas</translation>
    </message>
    <message>
        <source>Copy the bytes as &amp;text</source>
        <translation>Copiar los bytes como &amp;texto</translation>
    </message>
    <message>
        <source>Copy the bytes as &amp;hex</source>
        <translation>Copiar los bytes en &amp;hexadecimal</translation>
    </message>
    <message>
        <source>&amp;Save the bytes…</source>
        <translation>Guar&amp;dar los bytes…</translation>
    </message>
</context>
<context>
    <name>ipclab::TrafficSaving</name>
    <message>
        <source>Saved: %1.</source>
        <translation>Guardado: %1.</translation>
    </message>
    <message>
        <source>Save the traffic</source>
        <translation>Guardar el tráfico</translation>
    </message>
</context>
<context>
    <name>ipclab::TrafficSearch</name>
    <message>
        <source>Find in the rows</source>
        <translation>Buscar en las filas</translation>
    </message>
    <message>
        <source>Text to find in the rows</source>
        <translation>Texto que buscar en las filas</translation>
    </message>
    <message>
        <source>Row before</source>
        <translation>Fila anterior</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Fila siguiente</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Cerrar la búsqueda</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>Cierra la búsqueda (Esc)</translation>
    </message>
    <message>
        <source>row %1 of %2</source>
        <translation>fila %1 de %2</translation>
    </message>
    <message>
        <source>Row before, the newest first (Enter)</source>
        <translation>Fila anterior, primero la más nueva (Intro)</translation>
    </message>
    <message>
        <source>Next row (Shift+Enter)</source>
        <translation>Fila siguiente (Mayús+Intro)</translation>
    </message>
    <message>
        <source>looking, %1 rows to go</source>
        <translation>buscando, quedan %1 filas</translation>
    </message>
    <message>
        <source>in none of the %1 rows</source>
        <translation>en ninguna de las %1 filas</translation>
    </message>
</context>
<context>
    <name>ipclab::TrafficWords</name>
    <message>
        <source>%1 more not kept</source>
        <translation>%1 más sin guardar</translation>
    </message>
    <message>
        <source>end of file: no writer is left</source>
        <translation>fin de archivo: no quedan escritores</translation>
    </message>
    <message>
        <source>kept in the process, no system call made</source>
        <translation>se queda en el proceso, sin llamada al sistema</translation>
    </message>
    <message>
        <source>%1 made</source>
        <translation>se crea %1</translation>
    </message>
    <message>
        <source>%1 asked for</source>
        <translation>se pedía escribir %1</translation>
    </message>
    <message>
        <source>gets %1: %2</source>
        <translation>recibe %1: %2</translation>
    </message>
    <message>
        <source>joins %1 writes</source>
        <translation>une %1 escrituras</translation>
    </message>
    <message>
        <source>joins parts of %1 writes</source>
        <translation>une partes de %1 escrituras</translation>
    </message>
    <message>
        <source>part %1 of a write of %2</source>
        <translation>parte %1 de una escritura de %2</translation>
    </message>
    <message>
        <source>read in %1 parts</source>
        <translation>leído en %1 partes</translation>
    </message>
    <message>
        <source>read together with other writes</source>
        <translation>leído junto con otras escrituras</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>sin leer</translation>
    </message>
    <message>
        <source>%1 unread</source>
        <translation>%1 sin leer</translation>
    </message>
    <message>
        <source>lost: no room for it, or nobody there</source>
        <translation>perdido: no había sitio, o no había nadie</translation>
    </message>
    <message>
        <source>%1 was open already</source>
        <translation>%1 ya estaba abierto</translation>
    </message>
</context>
<context>
    <name>ipclab::TrustSheet</name>
    <message>
        <source>Before the first run</source>
        <translation>Antes de ejecutarla por primera vez</translation>
    </message>
    <message>
        <source>This lab runs programs of its own</source>
        <translation>Esta práctica ejecuta programas propios</translation>
    </message>
    <message>
        <source>It does not come with IPC Lab; it is in %1. Its programs run on this machine as you, and can do what you can. The tab “Code” shows them.</source>
        <translation>No viene con IPC Lab; está en %1. Sus programas se ejecutan en este equipo con tu usuario y pueden hacer lo que tú puedes. La pestaña «Código» los muestra.</translation>
    </message>
    <message>
        <source>What it runs, in C or in Python</source>
        <translation>Lo que ejecuta, en C o en Python</translation>
    </message>
    <message>
        <source>Its files</source>
        <translation>Sus archivos</translation>
    </message>
    <message>
        <source>I write this lab: do not ask again when it changes</source>
        <translation>Esta práctica la escribo yo: no preguntes más cuando cambie</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecutar</translation>
    </message>
    <message>
        <source>Don&apos;t run</source>
        <translation>No ejecutar</translation>
    </message>
</context>
<context>
    <name>ipclab::UnreadTr</name>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>nothing unread</source>
        <translation>nada sin leer</translation>
    </message>
    <message>
        <source>%1 of %2 unread</source>
        <translation>%1 de %2 sin leer</translation>
    </message>
    <message>
        <source>%1 unread</source>
        <translation>%1 sin leer</translation>
    </message>
    <message>
        <source>lost: %1</source>
        <translation>perdido: %1</translation>
    </message>
    <message>
        <source>lost: %1 of %2 writes</source>
        <translation>perdido: %1 de %2 escrituras</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 más</translation>
    </message>
    <message>
        <source>Unread now: %1</source>
        <translation>Sin leer ahora: %1</translation>
    </message>
    <message>
        <source>not watched</source>
        <translation>no observado</translation>
    </message>
</context>
<context>
    <name>ipclab::WakeWords</name>
    <message>
        <source>adds %1</source>
        <translation>suma %1</translation>
    </message>
    <message>
        <source>takes %1</source>
        <translation>toma %1</translation>
    </message>
    <message>
        <source>it has gone off</source>
        <translation>ha vencido</translation>
    </message>
    <message>
        <source>it has gone off %1 times</source>
        <translation>ha vencido %1 veces</translation>
    </message>
</context>
<context>
    <name>ipclab::WatchPrinter</name>
    <message>
        <source>%1  · after %2</source>
        <translation>%1  · tras %2</translation>
    </message>
</context>
<context>
    <name>ipclab::WatchWords</name>
    <message>
        <source>%1: descriptor %2 is %3</source>
        <translation>%1: el descriptor %2 es %3</translation>
    </message>
    <message>
        <source>%1: descriptor %2 is now what %3 is: %4</source>
        <translation>%1: el descriptor %2 es ahora lo mismo que %3: %4</translation>
    </message>
    <message>
        <source>maps %1</source>
        <translation>proyecta %1 en su memoria</translation>
    </message>
    <message>
        <source>%1 (once for the %2 that were sent: they merge while one is pending)</source>
        <translation>%1 (una sola vez por las %2 que se enviaron: se funden mientras una está pendiente)</translation>
    </message>
    <message>
        <source>what passes through %1 is only counted from here on: the bytes kept of it are as many as may be (--payload)</source>
        <translation>lo que pasa por %1 solo se cuenta a partir de aquí: ya se han guardado todos los bytes que se pueden guardar (--payload)</translation>
    </message>
    <message>
        <source>the read end of %1</source>
        <translation>el extremo de lectura de %1</translation>
    </message>
    <message>
        <source>the write end of %1</source>
        <translation>el extremo de escritura de %1</translation>
    </message>
    <message>
        <source>%1: opens %2 for reading, as descriptor %3</source>
        <translation>%1: abre %2 para leer, como descriptor %3</translation>
    </message>
    <message>
        <source>%1: opens %2 for writing, as descriptor %3</source>
        <translation>%1: abre %2 para escribir, como descriptor %3</translation>
    </message>
    <message>
        <source>%1: opens %2 for both ways, as descriptor %3</source>
        <translation>%1: abre %2 para leer y escribir, como descriptor %3</translation>
    </message>
    <message>
        <source>end of file</source>
        <translation>fin de archivo</translation>
    </message>
    <message>
        <source>closes descriptor %1, the last that could write into %2</source>
        <translation>cierra el descriptor %1, el último que podía escribir en %2</translation>
    </message>
    <message>
        <source>closes descriptor %1, the last that could read from %2</source>
        <translation>cierra el descriptor %1, el último que podía leer de %2</translation>
    </message>
    <message>
        <source>%1: its time is over</source>
        <translation>%1: se le ha acabado el tiempo</translation>
    </message>
    <message>
        <source>%1: %2 ready</source>
        <translation>%1: listos: %2</translation>
    </message>
    <message>
        <source>%1 on %2 is done</source>
        <translation>%1 sobre %2 ha terminado</translation>
    </message>
    <message>
        <source>%1 is over</source>
        <translation>%1 ha terminado</translation>
    </message>
    <message>
        <source>%1 goes on</source>
        <translation>%1 continúa</translation>
    </message>
</context>
<context>
    <name>ipclab::WhereaboutsWords</name>
    <message>
        <source>%1 at %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 más</translation>
    </message>
    <message>
        <source>Written by %1</source>
        <translation>Escrito por %1</translation>
    </message>
    <message>
        <source>Lost: nobody will read them</source>
        <translation>Perdidos: nadie los leerá</translation>
    </message>
    <message>
        <source>Read by %1</source>
        <translation>Leído por %1</translation>
    </message>
    <message>
        <source>Who reads them cannot be told</source>
        <translation>No se sabe quién los lee</translation>
    </message>
    <message>
        <source>%1 still in the channel, unread</source>
        <translation>%1 aún en el canal, sin leer</translation>
    </message>
    <message>
        <source>Who wrote them cannot be told</source>
        <translation>No se sabe quién los escribió</translation>
    </message>
    <message>
        <source>Byte %1:</source>
        <translation>El byte %1:</translation>
    </message>
    <message>
        <source>Bytes %1 to %2:</source>
        <translation>Bytes %1 a %2:</translation>
    </message>
    <message>
        <source>In the own buffer of %1</source>
        <translation>En el búfer propio de %1</translation>
    </message>
    <message>
        <source>%1 never read: they went with the channel</source>
        <translation>%1 que nadie leyó: se fueron con el canal</translation>
    </message>
</context>
<context>
    <name>ipclab::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Ejecutar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Catalog</source>
        <translation>&amp;Catálogo</translation>
    </message>
    <message>
        <source>&amp;Save session as…</source>
        <translation>&amp;Guardar la sesión como…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Parar</translation>
    </message>
    <message>
        <source>R&amp;eset</source>
        <translation>&amp;Reiniciar</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>Pa&amp;usar</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>En &amp;vivo</translation>
    </message>
    <message>
        <source>&amp;Projector</source>
        <translation>&amp;Proyector</translation>
    </message>
    <message>
        <source>&amp;Maximise the panel</source>
        <translation>&amp;Maximizar el panel</translation>
    </message>
    <message>
        <source>Go to the guide</source>
        <translation>Ir a la guía</translation>
    </message>
    <message>
        <source>Go to the map</source>
        <translation>Ir al mapa</translation>
    </message>
    <message>
        <source>Go to the tabs</source>
        <translation>Ir a las pestañas</translation>
    </message>
    <message>
        <source>Go to the inspector</source>
        <translation>Ir al inspector</translation>
    </message>
    <message>
        <source>Go to the time bar</source>
        <translation>Ir a la barra de tiempo</translation>
    </message>
    <message>
        <source>Colours of the s&amp;ystem</source>
        <translation>Colores del &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Atajos de teclado</translation>
    </message>
    <message>
        <source>&amp;About IPC Lab</source>
        <translation>A&amp;cerca de IPC Lab</translation>
    </message>
    <message>
        <source>Pause and go on, where Space does nothing else</source>
        <translation>Pausar y seguir, donde Espacio no haga otra cosa</translation>
    </message>
    <message>
        <source>To the next field, card or button</source>
        <translation>Al siguiente campo, tarjeta o botón</translation>
    </message>
    <message>
        <source>The other tabs</source>
        <translation>Las otras pestañas</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En cualquier parte</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Ctrl+PgUp, Ctrl+PgDown</source>
        <translation>Ctrl+RePág, Ctrl+AvPág</translation>
    </message>
    <message>
        <source>&amp;Export progress…</source>
        <translation>&amp;Exportar el progreso…</translation>
    </message>
    <message>
        <source>&amp;Forget progress…</source>
        <translation>&amp;Olvidar el progreso…</translation>
    </message>
    <message>
        <source>&amp;Open session…</source>
        <translation>&amp;Abrir una sesión…</translation>
    </message>
    <message>
        <source>Open &amp;recent session</source>
        <translation>Abrir una sesión &amp;reciente</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Tiempo</translation>
    </message>
    <message>
        <source>One event &amp;back</source>
        <translation>Un evento a&amp;trás</translation>
    </message>
    <message>
        <source>One event &amp;on</source>
        <translation>Un evento a&amp;delante</translation>
    </message>
    <message>
        <source>Back to an event of what is selected</source>
        <translation>Evento anterior de lo elegido</translation>
    </message>
    <message>
        <source>On to an event of what is selected</source>
        <translation>Evento siguiente de lo elegido</translation>
    </message>
    <message>
        <source>Back to a finding</source>
        <translation>Hallazgo anterior</translation>
    </message>
    <message>
        <source>On to a finding</source>
        <translation>Hallazgo siguiente</translation>
    </message>
    <message>
        <source>To the other &amp;end of the bytes</source>
        <translation>Al otro &amp;extremo de los bytes</translation>
    </message>
    <message>
        <source>To the &amp;print that made the bytes</source>
        <translation>Al &amp;print del que salieron los bytes</translation>
    </message>
    <message>
        <source>Bookmark this &amp;moment…</source>
        <translation>&amp;Marcar este momento…</translation>
    </message>
    <message>
        <source>All boo&amp;kmarks…</source>
        <translation>Todos los mar&amp;cadores…</translation>
    </message>
    <message>
        <source>Let one &amp;call go</source>
        <translation>Dejar pasar una &amp;llamada</translation>
    </message>
    <message>
        <source>&amp;Hold the chosen process, or let it go on</source>
        <translation>Rete&amp;ner el proceso elegido, o dejar que siga</translation>
    </message>
    <message>
        <source>Traffic and calls: find</source>
        <translation>Tráfico y llamadas: buscar</translation>
    </message>
    <message>
        <source>Calls: to when it returned</source>
        <translation>Llamadas: a cuando volvió</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Mayús+Intro</translation>
    </message>
    <message>
        <source>Map: the next card. Lanes: the next lane or state. Time: an event back or on</source>
        <translation>Mapa: la tarjeta siguiente. Carriles: el carril o estado siguiente. Tiempo: un evento atrás o adelante</translation>
    </message>
    <message>
        <source>Lanes: along the time</source>
        <translation>Carriles: a lo largo del tiempo</translation>
    </message>
    <message>
        <source>Map: choose the card. Lanes, calls: to that moment</source>
        <translation>Mapa: elegir la tarjeta. Carriles, llamadas: a ese momento</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>&amp;Recorrido</translation>
    </message>
    <message>
        <source>&amp;Check this machine…</source>
        <translation>Comprobar este &amp;equipo…</translation>
    </message>
    <message>
        <source>Tab, Ctrl+Space</source>
        <translation>Tab, Ctrl+Espacio</translation>
    </message>
    <message>
        <source>Command: complete; show all it can be</source>
        <translation>Comando: completar; ver todas las opciones</translation>
    </message>
    <message>
        <source>Command: what was run before</source>
        <translation>Comando: lo ejecutado antes</translation>
    </message>
    <message>
        <source>To the &amp;line in the code</source>
        <translation>A la &amp;línea en el código</translation>
    </message>
    <message>
        <source>Sho&amp;w this step</source>
        <translation>M&amp;ostrar este paso</translation>
    </message>
    <message>
        <source>Plots: what is plotted</source>
        <translation>Gráficas: qué se dibuja</translation>
    </message>
    <message>
        <source>&amp;Attach to a process of mine…</source>
        <translation>Obser&amp;var un proceso mío ya en marcha…</translation>
    </message>
    <message>
        <source>&amp;Detach: let it go on unwatched</source>
        <translation>Soltarlo: si&amp;gue sin ser observado</translation>
    </message>
    <message>
        <source>Code: what I changed; the change before or after</source>
        <translation>Código: lo que he cambiado; el cambio anterior o siguiente</translation>
    </message>
    <message>
        <source>High &amp;contrast</source>
        <translation>Alto co&amp;ntraste</translation>
    </message>
    <message>
        <source>Less m&amp;otion</source>
        <translation>Menos mo&amp;vimiento</translation>
    </message>
    <message>
        <source>Ring round the mouse poin&amp;ter</source>
        <translation>&amp;Anillo alrededor del puntero</translation>
    </message>
    <message>
        <source>Lanes: fold the threads of a process. Map: find a process</source>
        <translation>Carriles: plegar los hilos de un proceso. Mapa: buscar un proceso</translation>
    </message>
    <message>
        <source>In the classroom</source>
        <translation>En clase</translation>
    </message>
    <message>
        <source>Map: unfold or fold what is under the card; move the card</source>
        <translation>Mapa: desplegar o plegar lo que hay bajo la tarjeta; moverla</translation>
    </message>
    <message>
        <source>M&amp;ap</source>
        <translation>&amp;Mapa</translation>
    </message>
    <message>
        <source>&amp;Closer</source>
        <translation>A&amp;cercar</translation>
    </message>
    <message>
        <source>F&amp;urther</source>
        <translation>A&amp;lejar</translation>
    </message>
    <message>
        <source>&amp;All of it</source>
        <translation>&amp;Todo el mapa</translation>
    </message>
    <message>
        <source>Real si&amp;ze (100 %)</source>
        <translation>Tamaño r&amp;eal (100 %)</translation>
    </message>
    <message>
        <source>&amp;Find a process…</source>
        <translation>&amp;Buscar un proceso…</translation>
    </message>
    <message>
        <source>&amp;Show those that descend from it</source>
        <translation>M&amp;ostrar los que descienden de él</translation>
    </message>
    <message>
        <source>Fold all that &amp;descends from it</source>
        <translation>&amp;Plegar todo lo que desciende de él</translation>
    </message>
    <message>
        <source>Place a&amp;new</source>
        <translation>Colocar de &amp;nuevo</translation>
    </message>
    <message>
        <source>Lanes, plots: closer, further, all of it</source>
        <translation>Carriles y gráficas: acercar, alejar, verlo todo</translation>
    </message>
    <message>
        <source>+ −, Ctrl+Shift+→</source>
        <translation>+ −, Ctrl+Mayús+→</translation>
    </message>
    <message>
        <source>Back to all panels; dismiss a message; leave the code</source>
        <translation>Volver a todos los paneles; cerrar un aviso; salir del código</translation>
    </message>
</context>
<context>
    <name>ipclab::Wording</name>
    <message>
        <source>at least %1</source>
        <translation>al menos %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>como mucho %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>de %1 a %2</translation>
    </message>
    <message>
        <source>%1 keeps %2 bytes in its own buffer</source>
        <translation>%1 guarda %2 bytes en su propio búfer</translation>
    </message>
    <message>
        <source>%1 has %2 bytes in its own buffer, not yet taken</source>
        <translation>%1 tiene %2 bytes en su propio búfer, aún sin recoger</translation>
    </message>
    <message>
        <source>%2 bytes of %1 are in the kernel</source>
        <translation>hay %2 bytes de %1 en el núcleo</translation>
    </message>
    <message>
        <source>%1 is buffered: %2</source>
        <translation>modo del búfer de %1: %2</translation>
    </message>
    <message>
        <source>%1 is a %2</source>
        <translation>%1 es de tipo %2</translation>
    </message>
    <message>
        <source>%1 has not ended</source>
        <translation>%1 no ha terminado</translation>
    </message>
    <message>
        <source>%1 waits in %2</source>
        <translation>%1 espera en %2</translation>
    </message>
    <message>
        <source>%1 waits</source>
        <translation>%1 espera</translation>
    </message>
    <message>
        <source>%1 is stopped</source>
        <translation>%1 está detenido</translation>
    </message>
    <message>
        <source>%1 is a zombie</source>
        <translation>%1 es un zombi</translation>
    </message>
    <message>
        <source>%2 bytes of %1 have arrived</source>
        <translation>han llegado %2 bytes de %1</translation>
    </message>
    <message>
        <source>“%2” of %1 has arrived</source>
        <translation>ha llegado «%2» de %1</translation>
    </message>
    <message>
        <source>%1 was killed by %2</source>
        <translation>%1 murió por %2</translation>
    </message>
    <message>
        <source>%1 has ended with %2</source>
        <translation>%1 ha terminado con %2</translation>
    </message>
    <message>
        <source>%1 has ended</source>
        <translation>%1 ha terminado</translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation>%1 de %2 bytes</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>an event; a process</comment>
        <translation>%1 por %2</translation>
    </message>
    <message>
        <source>%1, %2 times</source>
        <comment>an event; how often</comment>
        <translation>%1, veces: %2</translation>
    </message>
    <message>
        <source>at some moment: %1</source>
        <translation>en algún momento: %1</translation>
    </message>
    <message>
        <source>not so: %1</source>
        <translation>no se cumple: %1</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>arranca</translation>
    </message>
    <message>
        <source>starts, made by %1 with %2</source>
        <translation>arranca; lo crea %1 con %2</translation>
    </message>
    <message>
        <source>starts thread %1</source>
        <translation>arranca el hilo %1</translation>
    </message>
    <message>
        <source>executes %1</source>
        <translation>ejecuta %1</translation>
    </message>
    <message>
        <source>is waited for by %1</source>
        <translation>lo recoge %1</translation>
    </message>
    <message>
        <source>has lost its parent, and is adopted</source>
        <translation>se queda sin padre y lo adopta otro proceso</translation>
    </message>
    <message>
        <source>is stopped by %1</source>
        <translation>se detiene por %1</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>sigue</translation>
    </message>
    <message>
        <source>end of file</source>
        <translation>fin de archivo</translation>
    </message>
    <message>
        <source>sends %1 to %2</source>
        <translation>envía %1 a %2</translation>
    </message>
    <message>
        <source>gets %1: %2</source>
        <translation>recibe %1: %2</translation>
    </message>
    <message>
        <source>connects to %1</source>
        <translation>se conecta a %1</translation>
    </message>
    <message>
        <source>listens at %1</source>
        <translation>escucha en %1</translation>
    </message>
    <message>
        <source>accepts a connection on descriptor %1</source>
        <translation>acepta una conexión en el descriptor %1</translation>
    </message>
    <message>
        <source>%1: descriptor %2 is an end of %3</source>
        <translation>%1: el descriptor %2 es un extremo (%3)</translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation>un texto entre comillas</translation>
    </message>
    <message>
        <source>a whole number, not below 0</source>
        <translation>un número entero, no menor que 0</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true o false</translation>
    </message>
    <message>
        <source>a list in [ ], with as many items as it needs</source>
        <translation>una lista entre [ ], con los elementos que hagan falta</translation>
    </message>
    <message>
        <source>a table in { }</source>
        <translation>una tabla entre { }</translation>
    </message>
    <message>
        <source>there is no run named “%1”</source>
        <translation>no hay ninguna ejecución llamada «%1»</translation>
    </message>
    <message>
        <source>there is no switch named “%1”</source>
        <translation>no hay ninguna opción llamada «%1»</translation>
    </message>
    <message>
        <source>“%1” is not one of the values</source>
        <translation>«%1» no es uno de los valores</translation>
    </message>
    <message>
        <source>there is no wiring “%1”</source>
        <translation>no existe la conexión «%1»</translation>
    </message>
    <message>
        <source>there is no place “%1” for a byte</source>
        <translation>no existe el lugar «%1» para un byte</translation>
    </message>
    <message>
        <source>there is no buffer mode “%1”</source>
        <translation>no existe el modo de búfer «%1»</translation>
    </message>
    <message>
        <source>there is no finding “%1”</source>
        <translation>no existe el hallazgo «%1»</translation>
    </message>
    <message>
        <source>there is no signal “%1”</source>
        <translation>no existe la señal «%1»</translation>
    </message>
    <message>
        <source>“%1” does not name a stream</source>
        <translation>«%1» no nombra un flujo</translation>
    </message>
    <message>
        <source>nothing is known to do for “%1”</source>
        <translation>no se sabe qué hacer con «%1»</translation>
    </message>
    <message>
        <source>this is not a condition</source>
        <translation>esto no es una condición</translation>
    </message>
    <message>
        <source>“%1” means nothing here</source>
        <translation>«%1» no significa nada aquí</translation>
    </message>
    <message>
        <source>the file “%1” is missing</source>
        <translation>falta el archivo «%1»</translation>
    </message>
    <message>
        <source>“%1” cannot be read (%2)</source>
        <translation>no se puede leer «%1» (%2)</translation>
    </message>
    <message>
        <source>“%1” is larger than the limit, %2</source>
        <translation>«%1» supera el límite, %2</translation>
    </message>
    <message>
        <source>this is not TOML: %1</source>
        <translation>esto no es TOML: %1</translation>
    </message>
    <message>
        <source>the key “%1” is missing</source>
        <translation>falta la clave «%1»</translation>
    </message>
    <message>
        <source>“%1” must be %2</source>
        <translation>«%1» debe ser %2</translation>
    </message>
    <message>
        <source>the key “%1” is not known here</source>
        <translation>aquí no se conoce la clave «%1»</translation>
    </message>
    <message>
        <source>“%1” is no name: use a-z, 0-9, - and _, at most 64</source>
        <translation>«%1» no es un nombre: usa a-z, 0-9, - y _, como mucho 64</translation>
    </message>
    <message>
        <source>the name “%1” is taken already</source>
        <translation>el nombre «%1» ya está en uso</translation>
    </message>
    <message>
        <source>“%1” is outside of the lab&apos;s folder</source>
        <translation>«%1» está fuera de la carpeta de la práctica</translation>
    </message>
    <message>
        <source>the program&apos;s file “%1” is not in the lab&apos;s folder</source>
        <translation>el archivo del programa, «%1», no está en la carpeta de la práctica</translation>
    </message>
    <message>
        <source>the text under “%1” is missing</source>
        <translation>falta el texto de «%1»</translation>
    </message>
    <message>
        <source>“%1” belongs to nothing, or is there twice</source>
        <translation>«%1» no corresponde a nada, o está dos veces</translation>
    </message>
    <message>
        <source>%1; there is: %2</source>
        <comment>a problem; the words that are allowed</comment>
        <translation>%1; hay: %2</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 byte</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 bytes</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>file %1</source>
        <translation>archivo %1</translation>
    </message>
    <message>
        <source>pipe</source>
        <translation>tubería</translation>
    </message>
    <message>
        <source>FIFO</source>
        <translation>FIFO</translation>
    </message>
    <message>
        <source>terminal</source>
        <translation>terminal</translation>
    </message>
    <message>
        <source>Unix socket</source>
        <translation>socket Unix</translation>
    </message>
    <message>
        <source>TCP socket</source>
        <translation>socket TCP</translation>
    </message>
    <message>
        <source>UDP socket</source>
        <translation>socket UDP</translation>
    </message>
    <message>
        <source>file</source>
        <translation>archivo</translation>
    </message>
    <message>
        <source>shared memory</source>
        <translation>memoria compartida</translation>
    </message>
    <message>
        <source>message queue</source>
        <translation>cola de mensajes</translation>
    </message>
    <message>
        <source>eventfd</source>
        <translation>eventfd</translation>
    </message>
    <message>
        <source>semaphore</source>
        <translation>semáforo</translation>
    </message>
    <message>
        <source>an unknown channel</source>
        <translation>un canal desconocido</translation>
    </message>
    <message>
        <source>pipe %1</source>
        <translation>tubería %1</translation>
    </message>
    <message>
        <source>FIFO %1</source>
        <translation>FIFO %1</translation>
    </message>
    <message>
        <source>terminal %1</source>
        <translation>terminal %1</translation>
    </message>
    <message>
        <source>socket %1</source>
        <translation>socket %1</translation>
    </message>
    <message>
        <source>UDP %1</source>
        <translation>UDP %1</translation>
    </message>
    <message>
        <source>killed by %1, core dumped</source>
        <translation>murió por %1, con volcado de memoria</translation>
    </message>
    <message>
        <source>killed by %1</source>
        <translation>murió por %1</translation>
    </message>
    <message>
        <source>ended with %1</source>
        <translation>terminó con el código %1</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>terminó</translation>
    </message>
    <message>
        <source>you</source>
        <translation>tú</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en ejecución</translation>
    </message>
    <message>
        <source>stopped by %1</source>
        <translation>detenido por %1</translation>
    </message>
    <message>
        <source>zombie</source>
        <translation>zombi</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>sleeping · %1 left</source>
        <translation>duerme · %1 más</translation>
    </message>
    <message>
        <source>waiting · %1 %2</source>
        <translation>espera · %1 %2</translation>
    </message>
    <message>
        <source>in the writer&apos;s buffer</source>
        <translation>en el búfer del escritor</translation>
    </message>
    <message>
        <source>in the kernel</source>
        <translation>en el núcleo</translation>
    </message>
    <message>
        <source>in the reader&apos;s buffer</source>
        <translation>en el búfer del lector</translation>
    </message>
    <message>
        <source>read</source>
        <translation>ya leídos</translation>
    </message>
    <message>
        <source>%1, but %2.</source>
        <translation>%1, pero %2.</translation>
    </message>
    <message>
        <source>The byte that is missing is written already: it is still in the %1 buffer of %2.</source>
        <translation>El byte que falta ya está escrito: sigue en el búfer de %1 de %2.</translation>
    </message>
    <message>
        <source>The %1 that are missing are written already: they are still in the %2 buffer of %3.</source>
        <translation>Los %1 que faltan ya están escritos: siguen en el búfer de %2 de %3.</translation>
    </message>
    <message>
        <source>Cannot enter the folder %1</source>
        <translation>No se puede entrar en la carpeta %1</translation>
    </message>
    <message>
        <source>Cannot start %1</source>
        <translation>No se puede arrancar %1</translation>
    </message>
    <message>
        <source>Linux does not let IPC Lab watch the program</source>
        <translation>Linux no deja que IPC Lab observe el programa</translation>
    </message>
    <message>
        <source>Cannot make the FIFO %1</source>
        <translation>No se puede crear la FIFO %1</translation>
    </message>
    <message>
        <source>Cannot make another process</source>
        <translation>No se puede crear otro proceso</translation>
    </message>
    <message>
        <source>Cannot listen at %1</source>
        <translation>No se puede escuchar en %1</translation>
    </message>
    <message>
        <source>Cannot connect to %1</source>
        <translation>No se puede conectar con %1</translation>
    </message>
    <message>
        <source>Cannot open %1</source>
        <translation>No se puede abrir %1</translation>
    </message>
    <message>
        <source>Cannot make the folder %1</source>
        <translation>No se puede crear la carpeta %1</translation>
    </message>
    <message>
        <source>Cannot write to %1</source>
        <translation>No se puede escribir en %1</translation>
    </message>
    <message>
        <source>Cannot read %1</source>
        <translation>No se puede leer %1</translation>
    </message>
    <message>
        <source>Cannot send the signal to %1</source>
        <translation>No se puede enviar la señal a %1</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>falló %1</translation>
    </message>
    <message>
        <source>%1 of %2 failed</source>
        <translation>falló %1 (%2)</translation>
    </message>
    <message>
        <source>there is no such program, or what it names in its first line (#!) is missing</source>
        <translation>no existe ese programa, o falta lo que nombra su primera línea (#!)</translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation>no existe</translation>
    </message>
    <message>
        <source>permission was denied</source>
        <translation>permiso denegado</translation>
    </message>
    <message>
        <source>it is not permitted</source>
        <translation>no está permitido</translation>
    </message>
    <message>
        <source>it is not a program that Linux can run</source>
        <translation>no es un programa que Linux pueda ejecutar</translation>
    </message>
    <message>
        <source>a part of the path is not a folder</source>
        <translation>una parte de la ruta no es una carpeta</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es una carpeta</translation>
    </message>
    <message>
        <source>it exists already</source>
        <translation>ya existe</translation>
    </message>
    <message>
        <source>that address is in use, or was until a moment ago</source>
        <translation>esa dirección está en uso, o lo estuvo hasta hace un momento</translation>
    </message>
    <message>
        <source>this machine does not have that address</source>
        <translation>este equipo no tiene esa dirección</translation>
    </message>
    <message>
        <source>nobody listens there</source>
        <translation>nadie escucha ahí</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>el disco está lleno</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>el disco es de solo lectura</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>hay demasiados archivos abiertos</translation>
    </message>
    <message>
        <source>the limit on processes is reached</source>
        <translation>se ha llegado al límite de procesos</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>no hay memoria suficiente</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>el nombre es demasiado largo</translation>
    </message>
    <message>
        <source>the process is no more</source>
        <translation>el proceso ya no existe</translation>
    </message>
    <message>
        <source>it is open for writing</source>
        <translation>está abierto para escritura</translation>
    </message>
    <message>
        <source>nobody reads there any more</source>
        <translation>ahí ya no lee nadie</translation>
    </message>
    <message>
        <source>this kernel does not have that call</source>
        <translation>este núcleo no tiene esa llamada</translation>
    </message>
    <message>
        <source>the system says %1</source>
        <translation>el sistema dice %1</translation>
    </message>
    <message>
        <source>If this machine forbids tracing, run: sudo sysctl kernel.yama.ptrace_scope=1. In Docker, start the container with --cap-add=SYS_PTRACE.</source>
        <translation>Si este equipo prohíbe trazar programas, ejecuta: sudo sysctl kernel.yama.ptrace_scope=1. En Docker, arranca el contenedor con --cap-add=SYS_PTRACE.</translation>
    </message>
    <message>
        <source>Check how it is spelled, and that it is installed.</source>
        <translation>Comprueba que esté bien escrito e instalado.</translation>
    </message>
    <message>
        <source>Check how it is spelled.</source>
        <translation>Comprueba que esté bien escrito.</translation>
    </message>
    <message>
        <source>Choose a place where you may read and write.</source>
        <translation>Elige un sitio donde puedas leer y escribir.</translation>
    </message>
    <message>
        <source>A script needs a first line such as #!/bin/sh; a binary has to be built for this kind of machine.</source>
        <translation>Un script necesita una primera línea como #!/bin/sh; un binario tiene que estar compilado para este tipo de máquina.</translation>
    </message>
    <message>
        <source>Remove it, or choose another name.</source>
        <translation>Bórralo o elige otro nombre.</translation>
    </message>
    <message>
        <source>Choose another port, or end the program that uses it.</source>
        <translation>Elige otro puerto o termina el programa que lo usa.</translation>
    </message>
    <message>
        <source>Free some space, or choose another disk.</source>
        <translation>Libera espacio o elige otro disco.</translation>
    </message>
    <message>
        <source>Close some programs and try again.</source>
        <translation>Cierra algún programa y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>End some programs and try again.</source>
        <translation>Termina algún programa y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>Choose a shorter path.</source>
        <translation>Elige una ruta más corta.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elige otra carpeta.</translation>
    </message>
    <message>
        <source>Wait until it is written, then try again.</source>
        <translation>Espera a que se termine de escribir y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>a channel</source>
        <translation>un canal</translation>
    </message>
    <message>
        <source>Deadlock</source>
        <translation>Interbloqueo</translation>
    </message>
    <message>
        <source>The bytes are still with the writer</source>
        <translation>Los bytes siguen en el escritor</translation>
    </message>
    <message>
        <source>An end is still open</source>
        <translation>Un extremo sigue abierto</translation>
    </message>
    <message>
        <source>Zombie</source>
        <translation>Zombi</translation>
    </message>
    <message>
        <source>Orphan</source>
        <translation>Huérfano</translation>
    </message>
    <message>
        <source>Broken pipe</source>
        <translation>Tubería rota</translation>
    </message>
    <message>
        <source>Lost datagram</source>
        <translation>Datagrama perdido</translation>
    </message>
    <message>
        <source>A server that nobody asks</source>
        <translation>Un servidor al que nadie se conecta</translation>
    </message>
    <message>
        <source>A process</source>
        <translation>Un proceso</translation>
    </message>
    <message>
        <source>The parent of %1 has ended; another process has adopted it.</source>
        <translation>El padre de %1 ha terminado; lo ha adoptado otro proceso.</translation>
    </message>
    <message>
        <source>%1 wrote into %2, which nobody can read any more.</source>
        <translation>%1 escribió donde ya nadie puede leer: %2.</translation>
    </message>
    <message>
        <source>%1 listens at %2, and nobody has connected.</source>
        <translation>%1 escucha (%2) y nadie se ha conectado.</translation>
    </message>
    <message>
        <source>cannot be caught</source>
        <translation>no se puede capturar</translation>
    </message>
    <message>
        <source>always stops</source>
        <translation>siempre detiene</translation>
    </message>
    <message>
        <source>resume</source>
        <translation>reanuda</translation>
    </message>
    <message>
        <source>handler</source>
        <translation>manejador</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>ignorada</translation>
    </message>
    <message>
        <source>default: stops</source>
        <translation>por defecto: detiene</translation>
    </message>
    <message>
        <source>default: ignored</source>
        <translation>por defecto: ignorada</translation>
    </message>
    <message>
        <source>default: ends, core</source>
        <translation>por defecto: termina, con volcado</translation>
    </message>
    <message>
        <source>default: ends</source>
        <translation>por defecto: termina</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloqueada</translation>
    </message>
    <message>
        <source>%1 waits in %2 for a lock that %3 holds</source>
        <translation>%1 espera en %2 un cerrojo que tiene %3</translation>
    </message>
    <message>
        <source>%1 sleeps</source>
        <translation>%1 duerme</translation>
    </message>
    <message>
        <source>%1 sleeps: %2 left</source>
        <translation>%1 duerme %2 más</translation>
    </message>
    <message>
        <source>%1 waits in %2 until something happens</source>
        <translation>%1 espera en %2 a que pase algo</translation>
    </message>
    <message>
        <source>%1 waits in %2 until something happens on %3</source>
        <translation>%1 espera en %2 a que pase algo (%3)</translation>
    </message>
    <message>
        <source>%1 waits in %2 until another process opens the other end of %3</source>
        <translation>%1 espera en %2 a que otro proceso abra el otro extremo (%3)</translation>
    </message>
    <message>
        <source>a FIFO</source>
        <translation>una FIFO</translation>
    </message>
    <message>
        <source>%1 waits in %2 until the other side answers</source>
        <translation>%1 espera en %2 a que responda el otro lado</translation>
    </message>
    <message>
        <source>%1 waits in %2 for data</source>
        <translation>%1 espera en %2 a que lleguen datos</translation>
    </message>
    <message>
        <source>%1 waits in %2 for data from %3</source>
        <translation>%1 espera en %2 a que lleguen datos (%3)</translation>
    </message>
    <message>
        <source>%1 waits in %2 for room</source>
        <translation>%1 espera en %2 a que haya sitio</translation>
    </message>
    <message>
        <source>%1 waits in %2 for room: %3 is full (%4)</source>
        <translation>%1 espera en %2 a que haya sitio (%3: %4)</translation>
    </message>
    <message>
        <source>%1 waits in %2 until someone connects to %3</source>
        <translation>%1 espera en %2 a que alguien se conecte (%3)</translation>
    </message>
    <message>
        <source>its socket</source>
        <translation>su socket</translation>
    </message>
    <message>
        <source>%1 waits in %2 for the end of %3</source>
        <translation>%1 espera en %2 a que termine %3</translation>
    </message>
    <message>
        <source>%1 waits in %2 for a signal</source>
        <translation>%1 espera en %2 una señal</translation>
    </message>
    <message>
        <source>Only %1 can write there</source>
        <translation>Nadie más que %1 puede escribir ahí</translation>
    </message>
    <message>
        <source>Only %1 can read there</source>
        <translation>Nadie más que %1 puede leer ahí</translation>
    </message>
    <message>
        <source>Only %1 can release it</source>
        <translation>Nadie más que %1 puede soltarlo</translation>
    </message>
    <message>
        <source>Only %1 could end that wait</source>
        <translation>Nadie más que %1 podría acabar con esa espera</translation>
    </message>
    <message>
        <source>%1, where only %2 writes</source>
        <translation>%1, y ahí solo escribe %2</translation>
    </message>
    <message>
        <source>%1, where only %2 reads</source>
        <translation>%1, y ahí solo lee %2</translation>
    </message>
    <message>
        <source>%1, which only %2 can bring about</source>
        <translation>%1, y eso solo puede provocarlo %2</translation>
    </message>
    <message>
        <source>%1, and that process is in a deadlock.</source>
        <translation>%1, y ese proceso está en un interbloqueo.</translation>
    </message>
    <message>
        <source>%1 (%2).</source>
        <translation>%1 (%2).</translation>
    </message>
    <message>
        <source>It waits for you to type.</source>
        <translation>Espera a que escribas.</translation>
    </message>
    <message>
        <source>IPC Lab holds the other end: send something, or close that end so that the program sees end of file.</source>
        <translation>IPC Lab tiene el otro extremo: envía algo, o ciérralo para que el programa reciba el fin de archivo.</translation>
    </message>
    <message>
        <source>A program that IPC Lab does not watch may write.</source>
        <translation>Puede escribir un programa que IPC Lab no observa.</translation>
    </message>
    <message>
        <source>Nobody can write there any more, so it is about to see end of file.</source>
        <translation>Ya nadie puede escribir ahí, así que está a punto de recibir el fin de archivo.</translation>
    </message>
    <message>
        <source>IPC Lab holds the other end and does not read now.</source>
        <translation>IPC Lab tiene el otro extremo y ahora no lee.</translation>
    </message>
    <message>
        <source>If nothing happens it goes on after %1.</source>
        <translation>Si no pasa nada, seguirá en %1.</translation>
    </message>
    <message>
        <source>%1 %2 after %3.</source>
        <translation>%1 %2 al cabo de %3.</translation>
    </message>
    <message>
        <source>It stays as a zombie until its parent, %1, asks for its end with wait().</source>
        <translation>Seguirá como zombi hasta que su padre, %1, pregunte por su final con wait().</translation>
    </message>
    <message>
        <source>It stays as a zombie until whoever adopted it asks for its end.</source>
        <translation>Seguirá como zombi hasta que quien lo adoptó pregunte por su final.</translation>
    </message>
    <message>
        <source>so it all stays in its own %1-byte buffer until the line ends</source>
        <translation>pero todo sigue en su propio búfer de %1 bytes hasta que acabe la línea</translation>
    </message>
    <message>
        <source>so it all stays in its own %1-byte buffer until it is full, flushed, or the program ends</source>
        <translation>pero todo sigue en su propio búfer de %1 bytes hasta que se llene, se vacíe o termine el programa</translation>
    </message>
    <message>
        <source>%1 has printed %2, but its %3 is a %4, %5.</source>
        <translation>%1 ha impreso %2 por %3 (%4), %5.</translation>
    </message>
    <message>
        <source>The kernel has seen none of it.</source>
        <translation>El núcleo no ha visto nada de eso.</translation>
    </message>
    <message>
        <source>These are the ends that IPC Lab holds: what you type is written there, and what arrives is shown.</source>
        <translation>Estos son los extremos que tiene IPC Lab: ahí se escribe lo que tecleas, y se muestra lo que llega.</translation>
    </message>
    <message>
        <source>%1 was stopped by %2. It goes on when it gets SIGCONT.</source>
        <translation>A %1 lo detuvo %2. Seguirá cuando reciba SIGCONT.</translation>
    </message>
    <message>
        <source>%1 is running: it waits for nobody.</source>
        <translation>%1 está en ejecución: no espera a nadie.</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>¿Qué es esto?</translation>
    </message>
    <message>
        <source>Why does nothing move?</source>
        <translation>¿Por qué no se mueve nada?</translation>
    </message>
    <message>
        <source>What does it do?</source>
        <translation>¿Qué hace?</translation>
    </message>
    <message>
        <source>Why has it stopped?</source>
        <translation>¿Por qué se ha detenido?</translation>
    </message>
    <message>
        <source>Why is it still there?</source>
        <translation>¿Por qué sigue ahí?</translation>
    </message>
    <message>
        <source>How did it end?</source>
        <translation>¿Cómo terminó?</translation>
    </message>
    <message>
        <source>Why is nothing arriving?</source>
        <translation>¿Por qué no llega nada?</translation>
    </message>
    <message>
        <source>Why does it wait?</source>
        <translation>¿Por qué espera?</translation>
    </message>
    <message>
        <source>no such descriptor is open</source>
        <translation>no hay ningún descriptor abierto con ese número</translation>
    </message>
    <message>
        <source>an argument is not valid for it</source>
        <translation>uno de sus argumentos no es válido</translation>
    </message>
    <message>
        <source>it is not a socket</source>
        <translation>no es un socket</translation>
    </message>
    <message>
        <source>it is not connected</source>
        <translation>no está conectado</translation>
    </message>
    <message>
        <source>the other side broke the connection</source>
        <translation>el otro lado cortó la conexión</translation>
    </message>
    <message>
        <source>fails: %1, %2</source>
        <translation>falla: %1, %2</translation>
    </message>
    <message>
        <source>%1 have not ended</source>
        <translation>%1 no han terminado</translation>
    </message>
    <message>
        <source>%1 has printed %2, but its %3 is closed: nobody will ever read that.</source>
        <translation>%1 ha impreso %2, pero su %3 está cerrado: nadie lo leerá nunca.</translation>
    </message>
    <message>
        <source>%1 has written %2, but they are still in its own %3 buffer.</source>
        <translation>%1 ha escrito %2, pero todo sigue en su propio búfer de %3.</translation>
    </message>
    <message>
        <source>timer</source>
        <translation>temporizador</translation>
    </message>
    <message>
        <source>signal descriptor</source>
        <translation>descriptor de señales</translation>
    </message>
    <message>
        <source>epoll set</source>
        <translation>conjunto epoll</translation>
    </message>
    <message>
        <source>inotify watch</source>
        <translation>vigilancia inotify</translation>
    </message>
    <message>
        <source>process descriptor</source>
        <translation>descriptor de proceso</translation>
    </message>
    <message>
        <source>io_uring</source>
        <translation>io_uring</translation>
    </message>
    <message>
        <source>%1, and it is lost</source>
        <translation>%1, y se pierde</translation>
    </message>
    <message>
        <source>an empty datagram</source>
        <translation>un datagrama vacío</translation>
    </message>
    <message>
        <source>%1: receives descriptor %2, an end of %3</source>
        <translation>%1: recibe el descriptor %2, un extremo de %3</translation>
    </message>
    <message>
        <source>sends descriptor %1, an end of %2, through %3</source>
        <translation>envía el descriptor %1, un extremo de %2, por %3</translation>
    </message>
    <message>
        <source>%1: uses %2</source>
        <translation>%1: usa %2</translation>
    </message>
    <message>
        <source>The end of file cannot come while %1 itself keeps a write end open, descriptor %2: closing it would end the wait.</source>
        <translation>El fin de archivo no puede llegar mientras el propio %1 mantenga abierto un extremo de escritura, el descriptor %2: cerrarlo acabaría con la espera.</translation>
    </message>
    <message>
        <source>The end of file cannot come while %1 keeps a write end open, descriptor %2: closing it would end the wait.</source>
        <translation>El fin de archivo no puede llegar mientras %1 mantenga abierto un extremo de escritura, el descriptor %2: cerrarlo acabaría con la espera.</translation>
    </message>
    <message>
        <source>%1 waits at the end of %2, and nobody writes there any more.</source>
        <translation>%1 espera al final de %2, y ya nadie escribe ahí.</translation>
    </message>
    <message>
        <source>thread %1</source>
        <translation>hilo %1</translation>
    </message>
    <message>
        <source>thread %1 of %2</source>
        <translation>hilo %1 de %2</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>un archivo</translation>
    </message>
    <message>
        <source>%1 waits in %2 for the lock on %3, which %4 holds</source>
        <translation>%1 espera en %2 el cerrojo de %3, que tiene %4</translation>
    </message>
    <message>
        <source>%1 waits in %2 for the lock on %3, which a program holds that IPC Lab does not watch</source>
        <translation>%1 espera en %2 el cerrojo de %3, que tiene un programa que IPC Lab no observa</translation>
    </message>
    <message>
        <source>%1 waits in %2 for the lock on %3</source>
        <translation>%1 espera en %2 el cerrojo de %3</translation>
    </message>
    <message>
        <source>%1 waits in %2 for a lock that it holds itself</source>
        <translation>%1 espera en %2 un cerrojo que tiene él mismo</translation>
    </message>
    <message>
        <source>%1 waits in %2 for the semaphores of set %3</source>
        <translation>%1 espera en %2 los semáforos del conjunto %3</translation>
    </message>
    <message>
        <source>%1 waits in %2 for a lock or a condition, until another thread signals it</source>
        <translation>%1 espera en %2 un cerrojo o una condición, hasta que otro hilo la señale</translation>
    </message>
    <message>
        <source>That thread has not ended</source>
        <translation>Ese hilo no ha terminado</translation>
    </message>
    <message>
        <source>Only it could release it, but it waits</source>
        <translation>Nadie más podría soltarlo, y él mismo está esperando</translation>
    </message>
    <message>
        <source>It has no other thread that could</source>
        <translation>No tiene otro hilo que pudiera hacerlo</translation>
    </message>
    <message>
        <source>Only its own threads could signal it</source>
        <translation>Nadie más que sus propios hilos podría señalarla</translation>
    </message>
    <message>
        <source>Only %1 could signal it</source>
        <translation>Nadie más que %1 podría señalarla</translation>
    </message>
    <message>
        <source>%1 waits in %2 for room in message queue %3</source>
        <translation>%1 espera en %2 sitio en la cola de mensajes %3</translation>
    </message>
    <message>
        <source>%1 waits in %2 for a message in queue %3</source>
        <translation>%1 espera en %2 un mensaje en la cola %3</translation>
    </message>
    <message>
        <source>%1 waits in %2 until another process opens %3 for reading</source>
        <translation>%1 espera en %2 a que otro proceso abra %3 para leer</translation>
    </message>
    <message>
        <source>%1 waits in %2 until another process opens %3 for writing</source>
        <translation>%1 espera en %2 a que otro proceso abra %3 para escribir</translation>
    </message>
    <message>
        <source>Programs that IPC Lab does not watch could end that wait.</source>
        <translation>Programas que IPC Lab no observa podrían poner fin a esa espera.</translation>
    </message>
    <message>
        <source>One more thread waits.</source>
        <translation>Un hilo más espera.</translation>
    </message>
    <message>
        <source>%1 more threads wait.</source>
        <translation>Esperan %1 hilos más.</translation>
    </message>
    <message>
        <source>has lost its parent, and is adopted by %1</source>
        <translation>ha perdido a su padre y lo adopta %1</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>no se ve</translation>
    </message>
    <message>
        <source>makes 32-bit calls: these are not seen</source>
        <translation>hace llamadas de 32 bits: esas no se ven</translation>
    </message>
    <message>
        <source>has a system call filter of its own: calls that it refuses are not seen</source>
        <translation>tiene su propio filtro de llamadas al sistema: las que este rechaza no se ven</translation>
    </message>
    <message>
        <source>lets another process decide on its calls: not all are seen</source>
        <translation>deja que otro proceso decida sobre sus llamadas: no se ven todas</translation>
    </message>
    <message>
        <source>would get other privileges (setuid): Linux does not give them to a program that is watched</source>
        <translation>obtendría otros privilegios (setuid): Linux no se los da a un programa observado</translation>
    </message>
    <message>
        <source>was refused to trace a process: one that is watched has its tracer already</source>
        <translation>no ha podido trazar un proceso: el que está observado ya tiene su trazador</translation>
    </message>
    <message>
        <source>is linked statically: what it keeps in buffers of its own is unknown</source>
        <translation>está enlazado estáticamente: no se sabe qué guarda en sus propios búferes</translation>
    </message>
    <message>
        <source>uses another C library than glibc: what it keeps in buffers of its own is unknown</source>
        <translation>usa una biblioteca de C que no es glibc: no se sabe qué guarda en sus propios búferes</translation>
    </message>
    <message>
        <source>uses C++ streams: what they keep is unknown</source>
        <translation>usa flujos de C++: no se sabe qué guardan</translation>
    </message>
    <message>
        <source>Whether %1 waits is unknown: not all its calls are seen.</source>
        <translation>No se sabe si %1 espera: no se ven todas sus llamadas.</translation>
    </message>
    <message>
        <source>All was ended: there were more than %1 processes at once</source>
        <translation>Se ha terminado todo: había más de %1 procesos a la vez</translation>
    </message>
    <message>
        <source>This Linux lacks what IPC Lab needs (%1)</source>
        <translation>A este Linux le falta algo que IPC Lab necesita (%1)</translation>
    </message>
    <message>
        <source>It needs Linux 5.3 or newer (uname -r says which this is), and in a container one that does not forbid ptrace and seccomp.</source>
        <translation>Hace falta Linux 5.3 o posterior (uname -r dice cuál es este) y, en un contenedor, que no prohíba ptrace ni seccomp.</translation>
    </message>
    <message>
        <source>waiting · %1</source>
        <translation>en espera · %1</translation>
    </message>
    <message>
        <source>%1 (%2) holds %3 of %4 bytes.</source>
        <translation>%1 (%2) contiene %3 de %4 bytes.</translation>
    </message>
    <message>
        <source>%1 (%2) holds %3.</source>
        <translation>%1 (%2) contiene %3.</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 más</translation>
    </message>
    <message>
        <source>%1 keeps %2 for it in its own %3 buffer.</source>
        <translation>%1 guarda %2 para él en su propio búfer de %3.</translation>
    </message>
    <message numerus="yes">
        <source>Written to by %1.</source>
        <translation>
            <numerusform>Ahí escribe %1.</numerusform>
            <numerusform>Ahí escriben %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>It goes on when one of them writes there, or when all have closed it.</source>
        <translation>Seguirá cuando alguien escriba ahí, o cuando todos lo hayan cerrado.</translation>
    </message>
    <message numerus="yes">
        <source>Read by %1.</source>
        <translation>
            <numerusform>De ahí lee %1.</numerusform>
            <numerusform>De ahí leen %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>It goes on when one of them reads there.</source>
        <translation>Seguirá cuando alguien lea de ahí.</translation>
    </message>
    <message>
        <source>is running: it waits for nobody</source>
        <translation>está en ejecución: no espera a nadie</translation>
    </message>
    <message>
        <source>waits for a device, and nothing can interrupt it</source>
        <translation>espera a un dispositivo, y nada puede interrumpirlo</translation>
    </message>
    <message>
        <source>was stopped by %1: it goes on when it gets SIGCONT</source>
        <translation>fue detenido por %1: seguirá cuando reciba SIGCONT</translation>
    </message>
    <message>
        <source>is held by process %1, which traces it</source>
        <translation>está retenido por el proceso %1, que lo traza</translation>
    </message>
    <message>
        <source>belongs to another user, or is protected: what it does may not be seen (root may see it: sudo)</source>
        <translation>es de otro usuario, o está protegido: no se permite ver qué hace (root puede verlo: sudo)</translation>
    </message>
    <message>
        <source>was not looked at: there are too many</source>
        <translation>no se ha mirado: hay demasiados</translation>
    </message>
    <message>
        <source>is this program, which is looking</source>
        <translation>es este programa, que está mirando</translation>
    </message>
    <message>
        <source>%1: a zombie until its parent, %2, asks for its end with wait()</source>
        <translation>%1: es un zombi hasta que su padre, %2, pregunte por su final con wait()</translation>
    </message>
    <message>
        <source>its thread %1 %2</source>
        <translation>su hilo %1 %2</translation>
    </message>
    <message>
        <source>%1 waits for what is typed at %2</source>
        <translation>%1 espera lo que se teclee en %2</translation>
    </message>
    <message>
        <source>%1 waits for what is typed at %2, where process group %3 is in the foreground</source>
        <translation>%1 espera lo que se teclee en %2, donde el grupo de procesos %3 está en primer plano</translation>
    </message>
    <message>
        <source>%1 is about to go on: what it waits for is there</source>
        <translation>%1 está a punto de seguir: lo que espera ya está ahí</translation>
    </message>
    <message>
        <source>%1, for %2 at most</source>
        <translation>%1, como mucho %2</translation>
    </message>
    <message>
        <source>%1, of a process that cannot be seen</source>
        <translation>%1, de un proceso que no se puede ver</translation>
    </message>
    <message>
        <source>%1 waits for another thread of its own</source>
        <translation>%1 espera a otro de sus hilos</translation>
    </message>
    <message>
        <source>Stuck for good, unless a signal ends it: a deadlock of %1. %2</source>
        <translation>Atascado para siempre, salvo que una señal lo termine: un interbloqueo de %1. %2</translation>
    </message>
    <message>
        <source>Stuck for good, unless a signal ends it: at the end of the chain is a deadlock of %1. %2</source>
        <translation>Atascado para siempre, salvo que una señal lo termine: al final de la cadena hay un interbloqueo de %1. %2</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>y %1 más</translation>
    </message>
    <message>
        <source>It can go on: %1.</source>
        <translation>Puede seguir: %1.</translation>
    </message>
    <message>
        <source>Whether it will go on cannot be said: %1.</source>
        <translation>No se puede saber si seguirá: %1.</translation>
    </message>
    <message>
        <source>Whether it will go on cannot be said: all in the chain wait for each other, but something that cannot be seen may still wake one.</source>
        <translation>No se puede saber si seguirá: todos los de la cadena se esperan entre sí, pero algo que no se puede ver aún podría despertar a alguno.</translation>
    </message>
    <message>
        <source>Cannot look at process %1</source>
        <translation>No se puede mirar el proceso %1</translation>
    </message>
    <message>
        <source>%1 is a thread of the kernel: it runs no program</source>
        <translation>%1 es un hilo del núcleo: no ejecuta ningún programa</translation>
    </message>
    <message>
        <source>%1 (fd %2)</source>
        <translation>%1 (descriptor %2)</translation>
    </message>
    <message>
        <source>Nobody has accepted this connection: %1 could.</source>
        <translation>Nadie ha aceptado esta conexión: podría %1.</translation>
    </message>
    <message>
        <source>It has ended: what is left of it is an entry in the table of processes.</source>
        <translation>Ha terminado: lo que queda de él es una entrada en la tabla de procesos.</translation>
    </message>
    <message>
        <source>%1, and nobody but itself could end that</source>
        <translation>%1, y nadie más que él podría poner fin a eso</translation>
    </message>
    <message>
        <source>%1 is %2; how many bytes it holds is not known.</source>
        <translation>%1 es %2; no se sabe cuántos bytes contiene.</translation>
    </message>
    <message>
        <source>with how many bytes is not known</source>
        <translation>no se sabe con cuántos bytes</translation>
    </message>
    <message>
        <source>%1 sleeps: %2 left at most</source>
        <translation>%1 duerme: como mucho quedan %2</translation>
    </message>
    <message>
        <source>fd %1</source>
        <translation>fd %1</translation>
    </message>
    <message>
        <source>It goes on when %1 writes there or closes it.</source>
        <translation>Seguirá cuando %1 escriba ahí o lo cierre.</translation>
    </message>
    <message>
        <source>It goes on when %1 reads there.</source>
        <translation>Seguirá cuando %1 lea de ahí.</translation>
    </message>
    <message>
        <source>there is no such process</source>
        <translation>no hay ningún proceso con ese número</translation>
    </message>
    <message>
        <source>If it is yours, allow processes to look at each other: sudo sysctl kernel.yama.ptrace_scope=0. Otherwise run ipclab as its owner, or with sudo. In Docker, start the container with --cap-add=SYS_PTRACE.</source>
        <translation>Si es tuyo, permite que los procesos se miren entre sí: sudo sysctl kernel.yama.ptrace_scope=0. Si no, ejecuta ipclab como su dueño, o con sudo. En Docker, inicia el contenedor con --cap-add=SYS_PTRACE.</translation>
    </message>
    <message>
        <source>the terminal</source>
        <translation>terminal</translation>
    </message>
    <message>
        <source>There is no other process that could open it</source>
        <translation>No hay ningún otro proceso que pueda abrirlo</translation>
    </message>
    <message>
        <source>There is no other process that could end that wait</source>
        <translation>No hay ningún otro proceso que pueda acabar con esa espera</translation>
    </message>
    <message>
        <source>Only %1 could open it</source>
        <translation>Solo %1 podría abrirlo</translation>
    </message>
    <message>
        <source>Cannot open the window of IPC Lab: its program %1 cannot be started</source>
        <translation>No se puede abrir la ventana de IPC Lab: no se puede iniciar su programa %1</translation>
    </message>
    <message>
        <source>Install IPC Lab again: ipclab and ipclab-window belong in the same folder. Without its window: ipclab labs, ipclab run LAB, ipclab watch -- COMMAND.</source>
        <translation>Vuelve a instalar IPC Lab: ipclab e ipclab-window van en la misma carpeta. Sin su ventana: ipclab labs, ipclab run PRÁCTICA, ipclab watch -- COMANDO.</translation>
    </message>
    <message>
        <source>A program that IPC Lab does not watch may read.</source>
        <translation>Puede leer un programa que IPC Lab no observa.</translation>
    </message>
    <message>
        <source>Of the programs that IPC Lab does not watch, these held the other end when it looked: %1.</source>
        <translation>De los programas que IPC Lab no observa, tenían el otro extremo cuando miró: %1.</translation>
    </message>
    <message>
        <source>taken by a call</source>
        <translation>la recoge una llamada</translation>
    </message>
    <message>
        <source>Whoever knows its address may send to it.</source>
        <translation>Cualquiera que sepa su dirección puede enviarle algo.</translation>
    </message>
    <message>
        <source>%1 waits in %2 for room at the receiver</source>
        <translation>%1 espera en %2 a que haya sitio en el receptor</translation>
    </message>
    <message>
        <source>is gone at once: its parent wants no zombies</source>
        <translation>desaparece enseguida: su padre no quiere zombis</translation>
    </message>
    <message>
        <source>%1 is pending for %2</source>
        <comment>a signal; a process</comment>
        <translation>%1 está pendiente para %2</translation>
    </message>
    <message>
        <source>%1 is blocked by %2</source>
        <comment>a signal; a process</comment>
        <translation>%2 tiene %1 bloqueada</translation>
    </message>
    <message>
        <source>%1 is ignored by %2</source>
        <comment>a signal; a process</comment>
        <translation>%2 ignora %1</translation>
    </message>
    <message>
        <source>%1 has a handler in %2</source>
        <comment>a signal; a process</comment>
        <translation>%2 tiene un manejador para %1</translation>
    </message>
    <message>
        <source>%1 has its default action in %2</source>
        <comment>a signal; a process</comment>
        <translation>%2 deja a %1 su acción por defecto</translation>
    </message>
    <message>
        <source>there is room for %2 bytes more in the kernel for %1</source>
        <translation>en el núcleo caben %2 bytes más de %1</translation>
    </message>
    <message>
        <source>processes of %1 that live: %2</source>
        <translation>procesos vivos de %1: %2</translation>
    </message>
    <message>
        <source>children of %1 that live: %2</source>
        <translation>hijos vivos de %1: %2</translation>
    </message>
    <message>
        <source>threads of %1: %2</source>
        <translation>hilos de %1: %2</translation>
    </message>
    <message>
        <source>%1 is open</source>
        <translation>%1 está abierto</translation>
    </message>
    <message>
        <source>%1 holds the write end of %2</source>
        <translation>%1 tiene el extremo de escritura de %2</translation>
    </message>
    <message>
        <source>%1 holds the read end of %2</source>
        <translation>%1 tiene el extremo de lectura de %2</translation>
    </message>
    <message>
        <source>processes that hold the write end of %1: %2</source>
        <translation>procesos que tienen el extremo de escritura de %1: %2</translation>
    </message>
    <message>
        <source>processes that hold the read end of %1: %2</source>
        <translation>procesos que tienen el extremo de lectura de %1: %2</translation>
    </message>
    <message>
        <source>in this order: %1</source>
        <translation>en este orden: %1</translation>
    </message>
    <message>
        <source>for %1: %2</source>
        <comment>a duration; what is so</comment>
        <translation>durante %1: %2</translation>
    </message>
    <message>
        <source>“%1” is no fact that a text can tell</source>
        <translation>«%1» no es un dato que un texto pueda contar</translation>
    </message>
    <message>
        <source>%1 (pid %2, fd %3)</source>
        <comment>a process</comment>
        <translation>%1 (pid %2, fd %3)</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>process %1</source>
        <translation>proceso %1</translation>
    </message>
    <message>
        <source>child of %1</source>
        <translation>hijo de %1</translation>
    </message>
    <message>
        <source>adopted by %1; was started by %2</source>
        <translation>adoptado por %1; lo inició %2</translation>
    </message>
    <message>
        <source>child of %1; was started by %2</source>
        <translation>hijo de %1; lo inició %2</translation>
    </message>
    <message>
        <source>%1 threads</source>
        <translation>%1 hilos</translation>
    </message>
    <message>
        <source>does nothing, which is its default</source>
        <translation>no hace nada, que es lo que hace por defecto</translation>
    </message>
    <message>
        <source>%1 is not a session of IPC Lab</source>
        <translation>%1 no es una sesión de IPC Lab</translation>
    </message>
    <message>
        <source>This session was written by a newer IPC Lab (format %1)</source>
        <translation>Esta sesión la escribió una versión más nueva de IPC Lab (formato %1)</translation>
    </message>
    <message>
        <source>The file %1 was removed</source>
        <translation>El archivo %1 ha sido borrado</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>no es un archivo normal</translation>
    </message>
    <message>
        <source>the file may not grow further</source>
        <translation>el archivo no puede crecer más</translation>
    </message>
    <message>
        <source>Open it with that one.</source>
        <translation>Ábrela con esa versión.</translation>
    </message>
    <message>
        <source>%1 is still being written by another IPC Lab</source>
        <translation>Otro IPC Lab todavía está escribiendo %1</translation>
    </message>
    <message>
        <source>%1 is held</source>
        <translation>%1 está retenido</translation>
    </message>
    <message>
        <source>%1 is held before %2</source>
        <translation>%1 está retenido antes de %2</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>within a sentence: a pipe, shared memory or a queue</comment>
        <translation>la %1</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>within a sentence: a FIFO, socket, file or terminal</comment>
        <translation>el %1</translation>
    </message>
    <message>
        <source>descriptor %1 (%2)</source>
        <translation>el descriptor %1 (%2)</translation>
    </message>
    <message>
        <source>descriptor %1</source>
        <translation>el descriptor %1</translation>
    </message>
    <message>
        <source>will write %1 into %2</source>
        <translation>va a escribir %1 en %2</translation>
    </message>
    <message>
        <source>will write %1</source>
        <translation>va a escribir %1</translation>
    </message>
    <message>
        <source>will read up to %1 from %2</source>
        <translation>va a leer hasta %1 desde %2</translation>
    </message>
    <message>
        <source>will read up to %1</source>
        <translation>va a leer hasta %1</translation>
    </message>
    <message>
        <source>a signal</source>
        <translation>una señal</translation>
    </message>
    <message>
        <source>will send %1 to %2</source>
        <translation>va a enviar %1 a %2</translation>
    </message>
    <message>
        <source>will send %1</source>
        <translation>va a enviar %1</translation>
    </message>
    <message>
        <source>will open %1</source>
        <translation>va a abrir %1</translation>
    </message>
    <message>
        <source>will make a socket</source>
        <translation>va a crear un socket</translation>
    </message>
    <message>
        <source>will make a pair of sockets</source>
        <translation>va a crear un par de sockets</translation>
    </message>
    <message>
        <source>will give its socket the address %1</source>
        <translation>va a dar a su socket la dirección %1</translation>
    </message>
    <message>
        <source>will begin to listen for connections</source>
        <translation>va a empezar a escuchar conexiones</translation>
    </message>
    <message>
        <source>will connect to %1</source>
        <translation>va a conectarse a %1</translation>
    </message>
    <message>
        <source>will accept a connection</source>
        <translation>va a aceptar una conexión</translation>
    </message>
    <message>
        <source>will shut down %1</source>
        <translation>va a cerrar el envío o la recepción en %1</translation>
    </message>
    <message>
        <source>will wait for the end of %1</source>
        <translation>va a esperar a que termine %1</translation>
    </message>
    <message>
        <source>will wait for the end of a child</source>
        <translation>va a esperar a que termine un hijo</translation>
    </message>
    <message>
        <source>will sleep</source>
        <translation>va a dormir</translation>
    </message>
    <message>
        <source>will wait for a signal</source>
        <translation>va a esperar una señal</translation>
    </message>
    <message>
        <source>will wait until something happens on its descriptors</source>
        <translation>va a esperar a que ocurra algo en sus descriptores</translation>
    </message>
    <message>
        <source>will wait for another thread</source>
        <translation>va a esperar a otro hilo</translation>
    </message>
    <message>
        <source>will lock %1</source>
        <translation>va a pedir el cerrojo de %1</translation>
    </message>
    <message>
        <source>will make a pipe</source>
        <translation>va a crear una tubería</translation>
    </message>
    <message>
        <source>will close %1</source>
        <translation>va a cerrar %1</translation>
    </message>
    <message>
        <source>will duplicate %1</source>
        <translation>va a duplicar %1</translation>
    </message>
    <message>
        <source>will decide what it does with %1</source>
        <translation>va a decidir qué hace con %1</translation>
    </message>
    <message>
        <source>will change which signals it blocks</source>
        <translation>va a cambiar las señales que bloquea</translation>
    </message>
    <message>
        <source>will set a timer</source>
        <translation>va a poner un temporizador</translation>
    </message>
    <message>
        <source>will use a semaphore</source>
        <translation>va a usar un semáforo</translation>
    </message>
    <message>
        <source>is at its mark “%1”</source>
        <translation>está en su marca «%1»</translation>
    </message>
    <message>
        <source>stands between two calls</source>
        <translation>está parado entre dos llamadas</translation>
    </message>
    <message>
        <source>will call %1</source>
        <translation>va a llamar a %1</translation>
    </message>
    <message>
        <source>held · %1</source>
        <translation>retenido · %1</translation>
    </message>
    <message>
        <source>You hold %1: it will stand still before its next call.</source>
        <translation>Retienes a %1: se parará antes de su próxima llamada.</translation>
    </message>
    <message>
        <source>Slow, 1/%1: each call is held back for %2 ms. The programs&apos; own timers are not changed.</source>
        <translation>Despacio, 1/%1: cada llamada se retiene %2 ms. Los temporizadores de los programas no cambian.</translation>
    </message>
    <message>
        <source>What is it about to do?</source>
        <translation>¿Qué está a punto de hacer?</translation>
    </message>
    <message>
        <source>%1 is held at its mark “%2”</source>
        <translation>%1 está retenido en su marca «%2»</translation>
    </message>
    <message>
        <source>it would have to wait</source>
        <translation>tendría que esperar</translation>
    </message>
    <message>
        <source>a signal interrupted it</source>
        <translation>una señal la interrumpió</translation>
    </message>
    <message>
        <source>it goes on by itself</source>
        <translation>sigue por su cuenta</translation>
    </message>
    <message>
        <source>the time is over</source>
        <translation>se acabó el tiempo</translation>
    </message>
    <message>
        <source>it has no child to wait for</source>
        <translation>no tiene ningún hijo al que esperar</translation>
    </message>
    <message>
        <source>it is not a terminal</source>
        <translation>no es un terminal</translation>
    </message>
    <message>
        <source>it has no place to go to</source>
        <translation>no tiene posición a la que ir</translation>
    </message>
    <message>
        <source>a descriptor</source>
        <translation>un descriptor</translation>
    </message>
    <message>
        <source>will give its socket an address</source>
        <translation>va a dar una dirección a su socket</translation>
    </message>
    <message>
        <source>will connect its socket</source>
        <translation>va a conectar su socket</translation>
    </message>
    <message>
        <source>You hold %1: it %2. Let it make one call, and it will stand before the next one.</source>
        <translation>Retienes a %1: %2. Deja que haga una llamada y se parará antes de la siguiente.</translation>
    </message>
    <message>
        <source>All was ended: it was to run for at most %1 s</source>
        <translation>Se terminó todo: podía durar como mucho %1 s</translation>
    </message>
    <message>
        <source>If so many are meant, ipclab watch --limit allows more, and so does the workbench under “More”.</source>
        <translation>Si quieres tantos, ipclab watch --limit permite más, y también el banco de pruebas, en «Más».</translation>
    </message>
    <message>
        <source>The workbench has that time under “More”.</source>
        <translation>El banco de pruebas tiene ese tiempo en «Más».</translation>
    </message>
    <message>
        <source>Why %1? Python keeps it in two steps: up to %2 bytes of text, and behind them a buffer of %3, one block of what it leads to (st_blksize).</source>
        <translation>¿Por qué %1? Python lo guarda en dos pasos: hasta %2 bytes de texto y, detrás, un búfer de %3, un bloque de aquello a lo que lleva (st_blksize).</translation>
    </message>
    <message>
        <source>Why %1? That is the standard size (BUFSIZ): files of C++ take it, and setbuf of C.</source>
        <translation>¿Por qué %1? Es el tamaño estándar (BUFSIZ): lo usan los archivos de C++ y setbuf de C.</translation>
    </message>
    <message>
        <source>Why %1? The C library takes a buffer of one block of what is behind it, and a terminal says that its blocks are so large (st_blksize).</source>
        <translation>¿Por qué %1? La biblioteca de C toma un búfer de un bloque de lo que hay detrás, y un terminal dice que sus bloques miden eso (st_blksize).</translation>
    </message>
    <message>
        <source>Why %1? The C library takes a buffer of one block of what is behind it (st_blksize): for a pipe, a socket and most files, one page of memory.</source>
        <translation>¿Por qué %1? La biblioteca de C toma un búfer de un bloque de lo que hay detrás (st_blksize): en una tubería, un socket y casi todos los archivos, una página de memoria.</translation>
    </message>
    <message>
        <source>Why %1? Not the usual size: the program chose it (setvbuf), or the blocks of the file are that large.</source>
        <translation>¿Por qué %1? No es el tamaño habitual: lo eligió el programa (setvbuf) o los bloques del archivo miden eso.</translation>
    </message>
    <message>
        <source>Why %1? Linux gives every pipe 16 pages of 4096 bytes. Who writes into a full one waits.</source>
        <translation>¿Por qué %1? Linux da a cada tubería 16 páginas de 4096 bytes. Quien escribe en una llena, espera.</translation>
    </message>
    <message>
        <source>Why %1? Pipes have 65536 bytes; for this one the program asked for another size (F_SETPIPE_SZ), or its user has very many pipes.</source>
        <translation>¿Por qué %1? Las tuberías tienen 65536 bytes; para esta, el programa pidió otro tamaño (F_SETPIPE_SZ), o su usuario tiene muchísimas tuberías.</translation>
    </message>
    <message>
        <source>Why %1? Linux keeps that much of what is typed at a terminal and has not been read.</source>
        <translation>¿Por qué %1? Eso es lo que Linux guarda de lo que se teclea en un terminal y aún no se ha leído.</translation>
    </message>
    <message>
        <source>Why %1? That is what the kernel gives this socket (SO_SNDBUF, SO_RCVBUF); it counts its own notes about each piece too, so that fewer bytes of the program fit.</source>
        <translation>¿Por qué %1? Es lo que el núcleo da a este socket (SO_SNDBUF, SO_RCVBUF); cuenta también sus propias notas sobre cada trozo, así que caben menos bytes del programa.</translation>
    </message>
    <message>
        <source>The kernel has handed these over; the program has not asked for them yet.</source>
        <translation>El núcleo ya los ha entregado; el programa aún no los ha pedido.</translation>
    </message>
    <message>
        <source>They stay in the program&apos;s own memory until the line ends.</source>
        <translation>Se quedan en la memoria del propio programa hasta que termine la línea.</translation>
    </message>
    <message>
        <source>They stay in the program&apos;s own memory until the buffer is full, is flushed, or the program ends.</source>
        <translation>Se quedan en la memoria del propio programa hasta que el búfer se llene, se vacíe o el programa termine.</translation>
    </message>
    <message>
        <source>is watched from now on</source>
        <translation>se observa desde ahora</translation>
    </message>
    <message>
        <source>let go, and goes on unwatched</source>
        <translation>soltado, y sigue sin que se le observe</translation>
    </message>
    <message>
        <source>There is no such process (any more). Look again which there are: ps x.</source>
        <translation>No hay (o ya no hay) tal proceso. Mira de nuevo cuáles hay: ps x.</translation>
    </message>
    <message>
        <source>It has ended, and only its parent has not asked for that yet: a zombie does nothing that could be watched. Its parent can be watched.</source>
        <translation>Ha terminado, y solo falta que su padre pregunte por ello: un zombi no hace nada que se pueda observar. A su padre sí se le puede observar.</translation>
    </message>
    <message>
        <source>That is IPC Lab. It does not watch itself.</source>
        <translation>Ese es IPC Lab. No se observa a sí mismo.</translation>
    </message>
    <message>
        <source>It is watched here already.</source>
        <translation>Ya se está observando aquí.</translation>
    </message>
    <message>
        <source>It is a thread of the kernel: it runs no program, and nobody can watch it so.</source>
        <translation>Es un hilo del núcleo: no ejecuta ningún programa, y nadie puede observarlo así.</translation>
    </message>
    <message>
        <source>Process %1 traces it, and Linux allows one tracer at a time. If that is a debugger, strace or another IPC Lab, end that first.</source>
        <translation>El proceso %1 lo está trazando, y Linux solo permite un trazador a la vez. Si es un depurador, strace u otro IPC Lab, termínalo antes.</translation>
    </message>
    <message>
        <source>It is another user&apos;s. Run ipclab as that user, or with sudo.</source>
        <translation>Es de otro usuario. Ejecuta ipclab como ese usuario, o con sudo.</translation>
    </message>
    <message>
        <source>Its program has another user&apos;s rights (set-user-ID), so you may not look into it. Only root may: sudo ipclab.</source>
        <translation>Su programa tiene los permisos de otro usuario (set-user-ID), así que no puedes mirar dentro. Solo root puede: sudo ipclab.</translation>
    </message>
    <message>
        <source>It keeps others out: it keeps secrets, or had more rights once (prctl(2), PR_SET_DUMPABLE). Only root may watch it: sudo ipclab.</source>
        <translation>No deja entrar a otros: guarda secretos, o tuvo antes más permisos (prctl(2), PR_SET_DUMPABLE). Solo root puede observarlo: sudo ipclab.</translation>
    </message>
    <message>
        <source>This machine lets a program watch only what it has started (Yama). Start it with IPC Lab, or, until the next start of the machine, allow more: sudo sysctl kernel.yama.ptrace_scope=0.</source>
        <translation>Este equipo solo deja que un programa observe lo que él mismo ha iniciado (Yama). Inícialo con IPC Lab o, hasta que el equipo se reinicie, permite más: sudo sysctl kernel.yama.ptrace_scope=0.</translation>
    </message>
    <message>
        <source>This machine lets only root watch programs (Yama, ptrace_scope 2). With sudo ipclab it works; or allow more: sudo sysctl kernel.yama.ptrace_scope=0.</source>
        <translation>Este equipo solo deja que root observe programas (Yama, ptrace_scope 2). Con sudo ipclab funciona; o permite más: sudo sysctl kernel.yama.ptrace_scope=0.</translation>
    </message>
    <message>
        <source>This machine forbids everybody to watch programs (Yama, ptrace_scope 3), until it is started again with another setting.</source>
        <translation>Este equipo prohíbe a todos observar programas (Yama, ptrace_scope 3) hasta que se reinicie con otro ajuste.</translation>
    </message>
    <message>
        <source>IPC Lab was started from it: held, it could hold IPC Lab too. Watch it from another terminal that it did not start: ipclab watch --pid %1.</source>
        <translation>IPC Lab se inició desde él: si se retiene, podría retener a IPC Lab. Obsérvalo desde otro terminal que no haya iniciado él: ipclab watch --pid %1.</translation>
    </message>
    <message>
        <source>Linux does not say why: a security module (SELinux, AppArmor) or a container may forbid it. In Docker, start the container with --cap-add=SYS_PTRACE.</source>
        <translation>Linux no dice por qué: puede prohibirlo un módulo de seguridad (SELinux, AppArmor) o un contenedor. En Docker, inicia el contenedor con --cap-add=SYS_PTRACE.</translation>
    </message>
    <message>
        <source>That process cannot be watched</source>
        <translation>No se puede observar ese proceso</translation>
    </message>
    <message>
        <source>Python %1</source>
        <translation>%1 de Python</translation>
    </message>
    <message>
        <source>C library %1</source>
        <translation>%1 de la biblioteca de C</translation>
    </message>
    <message>
        <source>Python&apos;s %1</source>
        <translation>%1 de Python</translation>
    </message>
    <message>
        <source>C library&apos;s %1</source>
        <translation>%1 de la biblioteca de C</translation>
    </message>
    <message>
        <source>let go</source>
        <translation>soltado</translation>
    </message>
    <message>
        <source>%1 was let go after %2, and goes on unwatched.</source>
        <translation>%1 se soltó al cabo de %2 y sigue sin que se le observe.</translation>
    </message>
    <message>
        <source>What became of it?</source>
        <translation>¿Qué fue de él?</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>nothing, and asks for nothing</source>
        <translation>nada, y no pide nada</translation>
    </message>
    <message>
        <source>%1 that came before lie in its own %2 buffer: %3 does not look there.</source>
        <translation>%1 que llegaron antes están en su propio búfer de %2: %3 no mira ahí.</translation>
    </message>
    <message>
        <source>is running, but not all of its threads can go on.</source>
        <translation>está en marcha, pero no todos sus hilos pueden seguir.</translation>
    </message>
    <message>
        <source>Nobody can go on, unless a signal comes.</source>
        <translation>Nadie puede seguir, a menos que llegue una señal.</translation>
    </message>
    <message>
        <source>How many bytes are in a channel cannot be read here (%1)</source>
        <translation>Aquí no se puede leer cuántos bytes hay en un canal (%1)</translation>
    </message>
    <message>
        <source>nobody reads that FIFO, or there is no such device</source>
        <translation>nadie lee esa FIFO, o no hay tal dispositivo</translation>
    </message>
    <message>
        <source>That takes Linux 5.6 or newer (uname -r says which this is), and a container that does not forbid it.</source>
        <translation>Para eso hace falta Linux 5.6 o posterior (uname -r dice cuál es este) y un contenedor que no lo prohíba.</translation>
    </message>
    <message>
        <source>%1, and whoever opens that FIFO could end it</source>
        <translation>%1, y quien abra esa FIFO podría terminar esa espera</translation>
    </message>
    <message>
        <source>%1, and could end that itself, in its handler of a signal</source>
        <translation>%1, y podría terminar esa espera él mismo, en su manejador de una señal</translation>
    </message>
    <message>
        <source>Of the %1 threads of %2 these are stuck for good, in a deadlock, unless a signal ends the process: %3.</source>
        <translation>De los %1 hilos de %2, estos están atascados para siempre, en un interbloqueo, salvo que una señal termine el proceso: %3.</translation>
    </message>
    <message>
        <source>The others can go on: %1.</source>
        <translation>Los demás pueden seguir: %1.</translation>
    </message>
    <message>
        <source>%1 waits in %2 until somebody answers at %3</source>
        <translation>%1 espera en %2 hasta que alguien responda en %3</translation>
    </message>
    <message>
        <source>%1 waits in %2 until its connection is let in at %3, where %4 listens</source>
        <translation>%1 espera en %2 hasta que se admita su conexión en %3, donde escucha %4</translation>
    </message>
    <message>
        <source>%1 waits in %2 until the kernel has done what it was given to do</source>
        <translation>%1 espera en %2 hasta que el núcleo haya hecho lo que se le encargó</translation>
    </message>
    <message>
        <source>%1 holds %2.</source>
        <translation>%1 contiene %2.</translation>
    </message>
    <message>
        <source>It goes on when a message is sent there; any program that knows its name or its key could.</source>
        <translation>Sigue cuando se envía ahí un mensaje; podría hacerlo cualquier programa que conozca su nombre o su clave.</translation>
    </message>
    <message>
        <source>It goes on when a message is taken out; any program that knows its name or its key could.</source>
        <translation>Sigue cuando se saca un mensaje; podría hacerlo cualquier programa que conozca su nombre o su clave.</translation>
    </message>
    <message>
        <source>What is sent there is read by %1.</source>
        <translation>Lo que se envía ahí lo lee %1.</translation>
    </message>
    <message>
        <source>moves more bytes than are kept: the rest is only counted</source>
        <translation>mueve más bytes de los que se guardan: el resto solo se cuenta</translation>
    </message>
    <message>
        <source>%1 waits in %2 for a semaphore whose name is gone</source>
        <translation>%1 espera en %2 un semáforo cuyo nombre ya no existe</translation>
    </message>
    <message>
        <source>%1 waits in %2 for the semaphore %3</source>
        <translation>%1 espera en %2 el semáforo %3</translation>
    </message>
    <message>
        <source>%1 waits in %2 for a lock or a condition in %3, until somebody signals it</source>
        <translation>%1 espera en %2 un cerrojo o una condición en %3, hasta que alguien la señale</translation>
    </message>
    <message>
        <source>%1 has %2 in its own %3 buffer that it has not printed: fork() copied them.</source>
        <translation>%1 tiene en su propio búfer de %3 %2 que no ha impreso: es la copia que hizo fork().</translation>
    </message>
    <message>
        <source>%1 has %2 in its own %3 buffer, of which fork() copied %4.</source>
        <translation>%1 tiene %2 en su propio búfer de %3, de los que fork() copió %4.</translation>
    </message>
    <message>
        <source>Whoever has such a copy writes it out once more when it flushes.</source>
        <translation>Quien tiene una copia así la vuelve a escribir al vaciar su búfer.</translation>
    </message>
    <message>
        <source>%1 keeps %2: its %3 is a %4, %5.</source>
        <translation>%1 guarda %2 para %3 (%4), %5.</translation>
    </message>
    <message>
        <source>More is read than was written: a terminal passes each end of line on as CR LF, and what is typed comes back as an echo (onlcr and echo, termios(3)).</source>
        <translation>Se lee más de lo que se escribió: un terminal entrega cada fin de línea como CR LF, y lo que se teclea vuelve como eco (onlcr y echo, termios(3)).</translation>
    </message>
    <message>
        <source>%1, and what could end that is not all seen from here</source>
        <translation>%1, y desde aquí no se ve todo lo que podría ponerle fin</translation>
    </message>
    <message>
        <source>%1, and any program that knows its name or its key could end that</source>
        <translation>%1, y cualquier programa que conozca su nombre o su clave podría ponerle fin</translation>
    </message>
    <message>
        <source>%1 has a copy of %2 in its own %3 buffer: fork() made it, and it is still there.</source>
        <translation>%1 tiene una copia de %2 en su propio búfer de %3: la hizo fork() y ahí sigue.</translation>
    </message>
    <message>
        <source>It finds %1 there: it is about to go on.</source>
        <translation>Ya hay %1: está a punto de seguir.</translation>
    </message>
    <message>
        <source>More buffers that keep bytes: %1.</source>
        <translation>Otros búferes que guardan bytes: %1.</translation>
    </message>
    <message>
        <source>an empty message</source>
        <translation>un mensaje vacío</translation>
    </message>
    <message>
        <source>%1, and %2 more that did not fit are lost</source>
        <translation>%1, y se pierden %2 más que no cabían</translation>
    </message>
    <message>
        <source>Open a file that IPC Lab has recorded: its name ends in .jsonl, and its first line has “ipclab_session”.</source>
        <translation>Abre un archivo que haya grabado IPC Lab: su nombre acaba en .jsonl y su primera línea contiene «ipclab_session».</translation>
    </message>
    <message>
        <source>A datagram that %1 sent to %2 was lost, though the call that sent it succeeded.</source>
        <translation>Se ha perdido un datagrama que %1 envió a %2, aunque la llamada que lo envió tuvo éxito.</translation>
    </message>
    <message>
        <source>a program that is not watched</source>
        <translation>un programa que no se observa</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>el puerto %1</translation>
    </message>
    <message>
        <source>that address</source>
        <translation>esa dirección</translation>
    </message>
    <message>
        <source>%1 listens at %2 already</source>
        <translation>%1 ya escucha en %2</translation>
    </message>
    <message>
        <source>%1 has a socket at %2 already</source>
        <translation>%1 ya tiene un socket en %2</translation>
    </message>
    <message>
        <source>a connection of %1 still has %2</source>
        <translation>una conexión de %1 aún ocupa %2</translation>
    </message>
    <message>
        <source>a connection that is not over yet still has %1</source>
        <translation>una conexión que aún no ha terminado ocupa %1</translation>
    </message>
    <message>
        <source>a connection that is over keeps %1 for up to a minute (TIME_WAIT); servers set SO_REUSEADDR so as not to wait for that</source>
        <translation>una conexión ya terminada retiene %1 hasta un minuto (TIME_WAIT); los servidores activan SO_REUSEADDR para no esperar por eso</translation>
    </message>
    <message>
        <source>a file of that name is there already: unlink(2) would remove it</source>
        <translation>ya existe un archivo con ese nombre: unlink(2) lo borraría</translation>
    </message>
    <message>
        <source>gets %1 from the terminal: %2</source>
        <translation>recibe %1 del terminal: %2</translation>
    </message>
    <message>
        <source>gets %1 from %2, which is not watched: %3</source>
        <translation>recibe %1 de %2, que no se observa: %3</translation>
    </message>
    <message>
        <source>from the terminal</source>
        <translation>desde el terminal</translation>
    </message>
    <message>
        <source>from %1, not watched</source>
        <translation>de %1, no observado</translation>
    </message>
    <message>
        <source>%1 waits in %2 until at least %3 have come from %4 (%5 are there)</source>
        <translation>%1 espera en %2 a que lleguen al menos %3 de %4 (ya hay %5)</translation>
    </message>
    <message>
        <source>If it is a program, make it executable: chmod +x %1</source>
        <translation>Si es un programa, hazlo ejecutable: chmod +x %1</translation>
    </message>
    <message>
        <source>does nothing: its process group is orphaned</source>
        <translation>no hace nada: grupo de procesos huérfano</translation>
    </message>
    <message>
        <source>More is read than was written: a terminal passes each end of line on as CR LF (onlcr, termios(3)).</source>
        <translation>Se lee más de lo que se escribió: un terminal entrega cada fin de línea como CR LF (onlcr, termios(3)).</translation>
    </message>
    <message>
        <source>It will go on by itself.</source>
        <translation>Seguirá por sí solo.</translation>
    </message>
    <message>
        <source>It can go on: what it waits for may still happen.</source>
        <translation>Puede seguir: lo que espera aún puede ocurrir.</translation>
    </message>
</context>
</TS>
